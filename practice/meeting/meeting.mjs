/** The practice meeting as a page of its own. `?wait=` changes how long the person waits to be let in (ms). */
import { openMeeting } from './view.mjs';

openMeeting(document.body, { waitingTime: Number(new URL(location.href).searchParams.get('wait') ?? 1500), home: '/' });
