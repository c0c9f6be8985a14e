// The thread on which a list is decoded, parsed and read, so that the screen stays alive meanwhile.

import { answerListRequest, createListDesk, type ListRequest } from './listDesk';

const desk = createListDesk();

self.addEventListener('message', ({ data }: MessageEvent<ListRequest>) => {
  self.postMessage(answerListRequest(desk, data));
});
