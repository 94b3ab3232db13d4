import { appealStates, paymentStates } from '@janela/contracts';
import { createRootRoute, createRoute, createRouter } from '@tanstack/react-router';

import { Frame } from './frame/frame.tsx';
import { NotFound } from './frame/not-found.tsx';
import { HomePage } from './home/home.page.tsx';
import { Broken } from './parts/guarded.tsx';
import { pageOf } from './parts/page-loading.tsx';

const root = createRootRoute({ component: Frame, notFoundComponent: NotFound });
const getParentRoute = () => root;

/** A value of the address, if it is a text. */
const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);

/** Only what is there; an address keeps no empty filters. */
function given<Search extends object>(search: Search) {
  type Given = { [Name in keyof Search]?: Exclude<Search[Name], undefined> };
  return Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined)) as Given;
}

const routes = [
  createRoute({
    getParentRoute,
    path: '/',
    validateSearch: ({ notYours, signedOut }: Record<string, unknown>) =>
      given({ notYours: text(notYours), signedOut: text(signedOut) }),
    component: HomePage,
  }),
  createRoute({
    getParentRoute,
    path: '/households',
    validateSearch: ({ q }: Record<string, unknown>) => given({ q: typeof q === 'number' ? String(q) : text(q) }),
    component: pageOf('/households', () => import('./households/search.page.tsx').then((page) => page.SearchPage)),
  }),
  createRoute({
    getParentRoute,
    path: '/households/new',
    component: pageOf('/households/new', () =>
      import('./households/register.page.tsx').then((page) => page.RegisterPage),
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/households/$id',
    validateSearch: ({ registered, elsewhere }: Record<string, unknown>) =>
      given({
        registered: registered === true ? true : undefined,
        elsewhere: typeof elsewhere === 'number' && elsewhere > 0 ? elsewhere : undefined,
      }),
    component: pageOf('/households/$id', () =>
      import('./households/household.page.tsx').then((page) => page.HouseholdPage),
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/decisions',
    component: pageOf('/decisions', () => import('./decisions/decisions.page.tsx').then((page) => page.DecisionsPage)),
  }),
  createRoute({
    getParentRoute,
    path: '/decisions/$id',
    component: pageOf('/decisions/$id', () =>
      import('./decisions/application.page.tsx').then((page) => page.ApplicationPage),
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/payments',
    component: pageOf('/payments', () => import('./payments/cycles.page.tsx').then((page) => page.CyclesPage)),
  }),
  createRoute({
    getParentRoute,
    path: '/payments/$id',
    validateSearch: ({ state, reasonCode }: Record<string, unknown>) =>
      given({ state: paymentStates.states.find((each) => each === state), reasonCode: text(reasonCode) }),
    component: pageOf('/payments/$id', () => import('./payments/cycle.page.tsx').then((page) => page.CyclePage)),
  }),
  createRoute({
    getParentRoute,
    path: '/payments/payment/$id',
    component: pageOf('/payments/payment/$id', () =>
      import('./payments/payment.page.tsx').then((page) => page.PaymentPage),
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/funds',
    validateSearch: ({ state }: Record<string, unknown>) =>
      given({ state: (['proposed', 'approved', 'refused'] as const).find((each) => each === state) }),
    component: pageOf('/funds', () => import('./payments/funds.page.tsx').then((page) => page.FundsPage)),
  }),
  createRoute({
    getParentRoute,
    path: '/waiting',
    component: pageOf('/waiting', () => import('./waiting/waiting.page.tsx').then((page) => page.WaitingPage)),
  }),
  createRoute({
    getParentRoute,
    path: '/complaints',
    component: pageOf('/complaints', () =>
      import('./complaints/complaints.page.tsx').then((page) => page.ComplaintsPage),
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/complaints/new',
    validateSearch: ({ householdId, applicationId, paymentId }: Record<string, unknown>) =>
      given({ householdId: text(householdId), applicationId: text(applicationId), paymentId: text(paymentId) }),
    component: pageOf('/complaints/new', () =>
      import('./complaints/new-complaint.page.tsx').then((page) => page.NewComplaintPage),
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/complaints/$id',
    component: pageOf('/complaints/$id', () => import('./complaints/case.page.tsx').then((page) => page.CasePage)),
  }),
  createRoute({
    getParentRoute,
    path: '/appeals',
    validateSearch: ({ state }: Record<string, unknown>) =>
      given({ state: ([...appealStates.states, 'all'] as const).find((each) => each === state) }),
    component: pageOf('/appeals', () => import('./complaints/appeals.page.tsx').then((page) => page.AppealsPage)),
  }),
  createRoute({
    getParentRoute,
    path: '/track',
    validateSearch: ({ number }: Record<string, unknown>) => given({ number: text(number) }),
    component: pageOf('/track', () => import('./complaints/track.page.tsx').then((page) => page.TrackPage)),
  }),
  createRoute({
    getParentRoute,
    path: '/figures',
    validateSearch: ({ areaCode, asOf }: Record<string, unknown>) =>
      given({ areaCode: text(areaCode), asOf: text(asOf) }),
    component: pageOf('/figures', () => import('./figures/figures.page.tsx').then((page) => page.FiguresPage)),
  }),
  createRoute({
    getParentRoute,
    path: '/imports',
    validateSearch: ({ id }: Record<string, unknown>) => given({ id: text(id) }),
    component: pageOf('/imports', () => import('./imports/imports.page.tsx').then((page) => page.ImportsPage)),
  }),
  createRoute({
    getParentRoute,
    path: '/operations',
    component: pageOf('/operations', () =>
      import('./operations/operations.page.tsx').then((page) => page.OperationsPage),
    ),
  }),
] as const;

/** Every address of the window. Pages other than the first load when they are looked at. */
export const router = createRouter({
  routeTree: root.addChildren(routes),
  defaultPreload: 'intent',
  // One page that breaks leaves the frame, and the way to the others.
  defaultErrorComponent: Broken,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
