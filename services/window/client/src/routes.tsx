import { paymentStates } from '@janela/contracts';
import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';

import { Frame } from './frame/frame.tsx';
import { NotFound } from './frame/not-found.tsx';
import { HomePage } from './home/home.page.tsx';

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
  createRoute({ getParentRoute, path: '/', component: HomePage }),
  createRoute({
    getParentRoute,
    path: '/households',
    validateSearch: ({ q }: Record<string, unknown>) => given({ q: typeof q === 'number' ? String(q) : text(q) }),
    component: lazyRouteComponent(() => import('./households/search.page.tsx'), 'SearchPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/households/new',
    component: lazyRouteComponent(() => import('./households/register.page.tsx'), 'RegisterPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/households/$id',
    validateSearch: ({ registered }: Record<string, unknown>) =>
      given({ registered: registered === true ? true : undefined }),
    component: lazyRouteComponent(() => import('./households/household.page.tsx'), 'HouseholdPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/decisions',
    component: lazyRouteComponent(() => import('./decisions/decisions.page.tsx'), 'DecisionsPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/decisions/$id',
    component: lazyRouteComponent(() => import('./decisions/application.page.tsx'), 'ApplicationPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/payments',
    component: lazyRouteComponent(() => import('./payments/cycles.page.tsx'), 'CyclesPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/payments/$id',
    validateSearch: ({ state }: Record<string, unknown>) =>
      given({ state: paymentStates.states.find((each) => each === state) }),
    component: lazyRouteComponent(() => import('./payments/cycle.page.tsx'), 'CyclePage'),
  }),
  createRoute({
    getParentRoute,
    path: '/payments/payment/$id',
    component: lazyRouteComponent(() => import('./payments/payment.page.tsx'), 'PaymentPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/complaints',
    component: lazyRouteComponent(() => import('./complaints/complaints.page.tsx'), 'ComplaintsPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/complaints/new',
    validateSearch: ({ householdId, applicationId, paymentId }: Record<string, unknown>) =>
      given({ householdId: text(householdId), applicationId: text(applicationId), paymentId: text(paymentId) }),
    component: lazyRouteComponent(() => import('./complaints/new-complaint.page.tsx'), 'NewComplaintPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/complaints/$id',
    component: lazyRouteComponent(() => import('./complaints/case.page.tsx'), 'CasePage'),
  }),
  createRoute({
    getParentRoute,
    path: '/track',
    validateSearch: ({ number }: Record<string, unknown>) => given({ number: text(number) }),
    component: lazyRouteComponent(() => import('./complaints/track.page.tsx'), 'TrackPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/figures',
    validateSearch: ({ areaCode, asOf }: Record<string, unknown>) =>
      given({ areaCode: text(areaCode), asOf: text(asOf) }),
    component: lazyRouteComponent(() => import('./figures/figures.page.tsx'), 'FiguresPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/imports',
    validateSearch: ({ id }: Record<string, unknown>) => given({ id: text(id) }),
    component: lazyRouteComponent(() => import('./imports/imports.page.tsx'), 'ImportsPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/operations',
    component: lazyRouteComponent(() => import('./operations/operations.page.tsx'), 'OperationsPage'),
  }),
] as const;

/** Every address of the window. Pages other than the first load when they are looked at. */
export const router = createRouter({
  routeTree: root.addChildren(routes),
  defaultPreload: 'intent',
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
