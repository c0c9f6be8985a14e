// A tablet is set up, Mary is enrolled, activates, signs in and gets a day pass: axe finds nothing on any screen, and nothing sticks out.

import { stories } from '../../screenshots/screens';
import { walkStory } from '../support/walkStory';

walkStory(stories.firstDay);
