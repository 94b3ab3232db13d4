// Generated from docs/openapi by `npm run generate`.
import type { Appeal, Case, CaseCategory, CaseStep, CaseSummary, Consumed, LocalText, ParkedEvent, ParkedEventRelease, Problem, PublishedCategories, Tracking } from '@janela/contracts';

export interface paths {
    "/v1/appeals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** See appeals and what became of them */
        get: operations["AppealsController.list"];
        put?: never;
        /** File an appeal for a person */
        post: operations["AppealsController.file"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/appeals/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** See appeals and what became of them */
        get: operations["AppealsController.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/appeals/{id}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Decide an appeal against something that one took no part in */
        post: operations["AppealsController.decide"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** See complaints and their course */
        get: operations["CasesController.list"];
        put?: never;
        /** File a complaint for a person */
        post: operations["CasesController.file"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** See complaints and their course */
        get: operations["CasesController.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cases/{id}/actions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Work on a complaint until it is closed */
        post: operations["CasesController.act"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/categories": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** See what a complaint can be about */
        get: operations["CategoriesController.list"];
        /** Publish what a complaint can be about */
        put: operations["CategoriesController.publish"];
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
    "/v1/track/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["TrackingController.track"];
        put?: never;
        post?: never;
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
        Appeal: Appeal;
        Case: Case;
        CaseCategory: CaseCategory;
        CaseStep: CaseStep;
        CaseSummary: CaseSummary;
        Consumed: Consumed;
        LocalText: LocalText;
        ParkedEvent: ParkedEvent;
        ParkedEventRelease: ParkedEventRelease;
        Problem: Problem;
        PublishedCategories: PublishedCategories;
        Tracking: Tracking;
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
    "AppealsController.list": {
        parameters: {
            query?: {
                after?: string;
                limit?: string;
                state?: "filed" | "upheld" | "dismissed" | "withdrawn";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description See appeals and what became of them */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Appeal"][];
                        next: string | null;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "AppealsController.file": {
        parameters: {
            query?: never;
            header?: {
                /** @description Does nothing and says what became of the key: its first answer, or 409 `idempotency.key_void`, after which it never counts */
                "Idempotency-Ask"?: string;
                /** @description Makes trying again safe: the first answer comes again */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    applicationId?: string;
                    /** Format: uuid */
                    caseId: string;
                    grounds: string;
                    /** Format: uuid */
                    paymentId?: string;
                };
            };
        };
        responses: {
            /** @description File an appeal for a person */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Appeal"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "AppealsController.get": {
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
            /** @description See appeals and what became of them */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Appeal"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "AppealsController.decide": {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the version that was seen */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    outcome: "upheld" | "dismissed";
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Decide an appeal against something that one took no part in */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Appeal"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "CasesController.list": {
        parameters: {
            query?: {
                after?: string;
                category?: string;
                householdId?: string;
                limit?: string;
                state?: "filed" | "assigned" | "escalated" | "resolved" | "withdrawn" | "closed";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description See complaints and their course */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["CaseSummary"][];
                        next: string | null;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "CasesController.file": {
        parameters: {
            query?: never;
            header?: {
                /** @description Does nothing and says what became of the key: its first answer, or 409 `idempotency.key_void`, after which it never counts */
                "Idempotency-Ask"?: string;
                /** @description Makes trying again safe: the first answer comes again */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    anonymous?: boolean;
                    /** Format: uuid */
                    applicationId?: string;
                    /**
                     * area code
                     * @description The area, by its OCHA P-code.
                     */
                    areaCode?: string;
                    category: string;
                    /** @enum {string} */
                    channel: "window" | "telephone" | "sms" | "ussd" | "web" | "paper" | "community";
                    description: string;
                    /** Format: uuid */
                    householdId?: string;
                    /** Format: uuid */
                    paymentId?: string;
                };
            };
        };
        responses: {
            /** @description File a complaint for a person */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Case"] | {
                        number: string;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "CasesController.get": {
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
            /** @description See complaints and their course */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Case"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "CasesController.act": {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the version that was seen */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    action: "assign";
                    note?: string;
                    /**
                     * actor
                     * @description Oneself when left out.
                     */
                    to?: string;
                } | {
                    /** @enum {string} */
                    action: "note";
                    note: string;
                } | {
                    /** @enum {string} */
                    action: "escalate";
                    note: string;
                } | {
                    /** @enum {string} */
                    action: "resolve";
                    /** @description The answer to the person. */
                    answer: string;
                    /** @enum {string} */
                    resolution: "upheld" | "partly_upheld" | "not_upheld" | "no_fault_found";
                } | {
                    /** @enum {string} */
                    action: "reopen";
                    note: string;
                } | {
                    /** @enum {string} */
                    action: "close";
                    note?: string;
                } | {
                    /** @enum {string} */
                    action: "withdraw";
                    note: string;
                };
            };
        };
        responses: {
            /** @description Work on a complaint until it is closed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Case"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "CategoriesController.list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description See what a complaint can be about */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["CaseCategory"][];
                        next: string | null;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "CategoriesController.publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    categories: {
                        /** @description Until an officer has taken it on. */
                        acknowledgeWithinHours: number;
                        /** @description How long after a decision an appeal against it can be filed. */
                        appealWithinHours: number;
                        code: string;
                        /** @description When the next level has to act, if there is no answer. */
                        escalateWithinHours: number;
                        names: {
                            en: string;
                            fr: string;
                            pt: string;
                        };
                        needs: ("household" | "application" | "payment")[];
                        /** @description Until it is answered; each level has the whole of this time. */
                        resolveWithinHours: number;
                        /** @description For sensitive-case officers only; for others such a case does not exist. */
                        sensitive: boolean;
                        /**
                         * @description The level that acts first.
                         * @enum {string}
                         */
                        startsAt: "community" | "district" | "province" | "national";
                    }[];
                };
            };
        };
        responses: {
            /** @description Publish what a complaint can be about */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublishedCategories"];
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
    "TrackingController.track": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tracking"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
}
