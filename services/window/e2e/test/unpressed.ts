import type { Control } from './controls.ts';

/** What the journeys show and press nowhere, each with the reason. A control that is neither pressed nor listed here fails the run. */
export const unpressed: ReadonlyMap<Control, string> = new Map<Control, string>([
  [
    'button Show more',
    'It is there only where a list has more than a page, which depends on how far the main job came.',
  ],
  ['button Try again', 'It is there only while something does not answer, or there is a failed message.'],
  ['button Set aside', 'It is there only while there is a failed message.'],
  ['button Close the cycle', 'A cycle can be closed once every payment is settled, which the main job does.'],
  [
    'button Pass to the next level',
    'It would move the complaint away from the officer who answers it in the same journey.',
  ],
  [
    'textarea Why is it approved although the same person may be elsewhere?',
    'It is there for a person whom the register holds to be another.',
  ],
  ['button Dismiss', 'The appeal of the journey is upheld.'],
  ['link in column See', 'It leads to what is held for a reason; in the cycle of the journey nothing need be.'],
  ['button Show the payments', 'It is there only where something is new in a cycle or has changed since it was made.'],
  ['button Hide the payments', 'It is there only where something is new in a cycle or has changed since it was made.'],
  ['link in column Payment', 'It is there only where something is new in a cycle or has changed since it was made.'],
  ['button Any reason', 'It is there only where payments are shown that are held for one reason.'],
  ['link Download what is wrong, row by row', 'It is there only for a file with wrong rows.'],
  ['link Proposed settlements', 'It is there only where a provider said what does not fit.'],
  ['button Settle', 'It is there only where a provider said what does not fit; the specs of payments settle it.'],
  ['button Confirm', 'No settlement is proposed in the journeys; the specs of payments do.'],
  ['button It is the same household', 'It is there only where a form has some people of a household and not others.'],
  ['button Drop the form', 'It is there only where a form has some people of a household and not others.'],
  ['link in column Household', 'It leads to a household whose payee changes, which none does in the journeys.'],
  [
    'button Send the changed one as another',
    'It is there only where an answer was lost and the form was changed since; the spec of attempts does that.',
  ],
  ['button Discard', 'Every form has one; it is pressed in the registration form.'],
  [
    'button Discard this form',
    'It is there only where it is not known what became of a form that was sent; the spec of attempts asks.',
  ],
  [
    'button Keep the form',
    'It is there only where it is not known what became of a form that was sent; the spec of attempts asks.',
  ],
  ['textarea Reason', 'It is filled in Portuguese, where it has another name.'],
  ['link in column File', 'It leads to a file that was imported in the window, which none is in the journeys.'],
  ['link Download what is wrong, row by row', 'It is there only after an import that found something wrong.'],
  ['link in column Message', 'It is there only while there is a failed message.'],
  ['link see the household', 'It stands for the number of a household that the reader may not see.'],
  ['link Stay signed in', 'The page of the issuer that offers it sends itself on at once.'],
  ['link Download XLSX', 'It is the same as the CSV in another form.'],
  ['select Resolution', 'The answer that is preselected is the one of the journey.'],
]);
