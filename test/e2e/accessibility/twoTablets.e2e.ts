// Two tablets exchange: axe finds nothing on any screen, and nothing sticks out.

import { stories } from '../../screenshots/screens';
import { walkStory } from '../support/walkStory';

walkStory(stories.twoTablets);
