/** The personal tab of the app, by the name it has in the manifest. */
export const HOME_TAB = 'home';
