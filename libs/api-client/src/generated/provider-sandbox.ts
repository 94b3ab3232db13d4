// Generated from docs/openapi by `npm run generate`.
import type { Consumed, ParkedEvent, ParkedEventRelease, Problem, SandboxBehaviours, SandboxMovement } from '@janela/contracts';

export interface paths {
    "/v1/behaviours": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** See how the pretend company behaves */
        get: operations["BehavioursController.list"];
        put?: never;
        /** Set how the pretend company behaves */
        post: operations["BehavioursController.set"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/book": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** See what money the pretend company moved */
        get: operations["BookController.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/consumed/{eventId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** See whether an event has been consumed */
        get: operations["MessagingController.consumed"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/parked-events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** See the events that could not be consumed */
        get: operations["MessagingController.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/parked-events/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Try a parked event again, or set it aside */
        post: operations["MessagingController.retry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/parked-events/{id}/set-aside": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Try a parked event again, or set it aside */
        post: operations["MessagingController.setAside"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Consumed: Consumed;
        ParkedEvent: ParkedEvent;
        ParkedEventRelease: ParkedEventRelease;
        Problem: Problem;
        SandboxBehaviours: SandboxBehaviours;
        SandboxMovement: SandboxMovement;
    };
    responses: {
        /** @description A refusal */
        Problem: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    "BehavioursController.list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description See how the pretend company behaves */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SandboxBehaviours"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "BehavioursController.set": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @default [] */
                    behaviours?: ({
                        accountEnding: string;
                        /** @enum {string} */
                        outcome: "paid" | "failed" | "returned" | "late" | "silent" | "duplicate" | "when_asked" | "unknown" | "other_amount" | "other_currency" | "contradicts";
                    } | {
                        amountMinor: number;
                        /** @enum {string} */
                        outcome: "paid" | "failed" | "returned" | "late" | "silent" | "duplicate" | "when_asked" | "unknown" | "other_amount" | "other_currency" | "contradicts";
                    })[];
                    /** @enum {string} */
                    otherwise?: "paid" | "failed" | "returned" | "late" | "silent" | "duplicate" | "when_asked" | "unknown" | "other_amount" | "other_currency" | "contradicts";
                };
            };
        };
        responses: {
            /** @description Set how the pretend company behaves */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SandboxBehaviours"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "BookController.list": {
        parameters: {
            query?: {
                after?: string;
                instructionId?: string;
                limit?: string;
                paymentId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description See what money the pretend company moved */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["SandboxMovement"][];
                        next: string | null;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "MessagingController.consumed": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                eventId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description See whether an event has been consumed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Consumed"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "MessagingController.list": {
        parameters: {
            query?: {
                after?: string;
                limit?: string;
                state?: "waiting" | "retried" | "set_aside";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description See the events that could not be consumed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ParkedEvent"][];
                        next: string | null;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "MessagingController.retry": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Try a parked event again, or set it aside */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ParkedEventRelease"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "MessagingController.setAside": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Try a parked event again, or set it aside */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ParkedEventRelease"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
}
