/** The personal tab of the app, by the name it has in the manifest. */
export const HOME_TAB = 'home';

/** What the page within the tab begins with when it is a review; its id follows. */
export const REVIEW_WITHIN_TAB = 'review.';
