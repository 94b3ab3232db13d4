// Generated from docs/openapi by `npm run generate`.
import type { AmountRule, Application, Condition, Consumed, ContributionRule, Criterion, Decision, Enrolment, Entitlement, LocalText, MissingFact, ParkedEvent, ParkedEventRelease, Problem, Programme, ProgrammeStanding, Provenance, QuotaBasis, Reach, Reason, ReasonText, Recommendation, RuleSet, Scorecard, ScorecardAnswer, ScorecardQuestion, Screening, ScreeningResult, StoredProgrammeVersion, Supplement, SuspectedDuplicate, Term, WaitingPlace, WouldChange } from '@janela/contracts';

export interface paths {
    "/v1/applications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** See applications and their reasons */
        get: operations["ApplicationsController.list"];
        put?: never;
        /** Apply for a household or a person */
        post: operations["ApplicationsController.submit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/applications/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** See applications and their reasons */
        get: operations["ApplicationsController.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/applications/{id}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Decide an application */
        post: operations["ApplicationsController.decide"];
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
    "/v1/enrolments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** See who is in a programme */
        get: operations["EnrolmentsController.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/enrolments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** See who is in a programme */
        get: operations["EnrolmentsController.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/enrolments/{id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Suspend, resume and end enrolments */
        post: operations["EnrolmentsController.end"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/enrolments/{id}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Suspend, resume and end enrolments */
        post: operations["EnrolmentsController.resume"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/enrolments/{id}/suspend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Suspend, resume and end enrolments */
        post: operations["EnrolmentsController.suspend"];
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
    "/v1/programmes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** See the programmes and their published rules */
        get: operations["ProgrammesController.list"];
        put?: never;
        /** Write programmes and versions of their rules */
        post: operations["ProgrammesController.write"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/programmes/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** See the programmes and their published rules */
        get: operations["ProgrammesController.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/programmes/{id}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Write programmes and versions of their rules */
        post: operations["ProgrammesController.addVersion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/programmes/{id}/versions/{number}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Publish a version that another designer wrote */
        post: operations["ProgrammesController.publish"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/scorecards/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** See the scorecards that rules read */
        get: operations["ScorecardsController.get"];
        /** Load scorecards as published */
        put: operations["ScorecardsController.load"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/screenings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask what a household qualifies for, and why */
        post: operations["ScreeningsController.screen"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/waiting-lists": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** See who waits for a place, in which order */
        get: operations["WaitingListsController.list"];
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
        __schema0: {
            id: string;
            legalReference?: string;
            source: string;
            /** @enum {string} */
            status: "sourced" | "illustrative";
            title: components["schemas"]["LocalText"];
            when: components["schemas"]["__schema0"];
        } | {
            all: components["schemas"]["__schema0"][];
        } | {
            any: components["schemas"]["__schema0"][];
        } | {
            not: components["schemas"]["__schema0"];
        } | {
            left: components["schemas"]["__schema1"];
            /** @enum {string} */
            op: "==" | "!=" | "<" | "<=" | ">" | ">=";
            right: components["schemas"]["__schema1"];
        } | {
            left: components["schemas"]["__schema1"];
            /** @enum {string} */
            op: "in" | "within";
            right: (string | number)[];
        } | {
            left: components["schemas"]["__schema1"];
            /** @constant */
            op: "has";
            right: string;
        } | {
            /** @constant */
            exists: "members";
            where: components["schemas"]["__schema0"];
        } | {
            /** @constant */
            every: "members";
            where: components["schemas"]["__schema0"];
        };
        __schema1: number | boolean | string | {
            date: "as_of" | string;
        } | {
            amountMinor: number;
        } | {
            fact: string;
        } | {
            member: string;
        } | {
            person: string;
        } | {
            monthsSince: components["schemas"]["__schema1"];
        } | {
            add: [
                components["schemas"]["__schema1"],
                components["schemas"]["__schema1"]
            ];
        } | {
            subtract: [
                components["schemas"]["__schema1"],
                components["schemas"]["__schema1"]
            ];
        } | {
            multiply: [
                components["schemas"]["__schema1"],
                components["schemas"]["__schema1"]
            ];
        } | {
            divide: [
                components["schemas"]["__schema1"],
                components["schemas"]["__schema1"]
            ];
        } | {
            /** @constant */
            count: "members";
            where?: components["schemas"]["__schema0"];
        } | {
            /** @constant */
            over: "members";
            sum: components["schemas"]["__schema1"];
            where?: components["schemas"]["__schema0"];
        } | {
            line: string;
            /** @enum {string} */
            read: "points" | "likelihood";
            scorecard: string;
        };
        AmountRule: AmountRule;
        Application: Application;
        Condition: Condition;
        Consumed: Consumed;
        ContributionRule: ContributionRule;
        Criterion: Criterion;
        Decision: Decision;
        Enrolment: Enrolment;
        Entitlement: Entitlement;
        LocalText: LocalText;
        MissingFact: MissingFact;
        ParkedEvent: ParkedEvent;
        ParkedEventRelease: ParkedEventRelease;
        Problem: Problem;
        Programme: Programme;
        ProgrammeStanding: ProgrammeStanding;
        Provenance: Provenance;
        QuotaBasis: QuotaBasis;
        Reach: Reach;
        Reason: Reason;
        ReasonText: ReasonText;
        Recommendation: Recommendation;
        RuleSet: RuleSet;
        Scorecard: Scorecard;
        ScorecardAnswer: ScorecardAnswer;
        ScorecardQuestion: ScorecardQuestion;
        Screening: Screening;
        ScreeningResult: ScreeningResult;
        StoredProgrammeVersion: StoredProgrammeVersion;
        Supplement: Supplement;
        SuspectedDuplicate: SuspectedDuplicate;
        Term: Term;
        WaitingPlace: WaitingPlace;
        WouldChange: WouldChange;
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
    "ApplicationsController.list": {
        parameters: {
            query?: {
                after?: string;
                householdId?: string;
                limit?: string;
                state?: "submitted" | "recommended" | "approved" | "refused" | "reopened" | "withdrawn";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description See applications and their reasons */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Application"][];
                        next: string | null;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "ApplicationsController.submit": {
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
                    householdId?: string;
                    /** Format: uuid */
                    personId?: string;
                    /** programme code */
                    programme: string;
                };
            };
        };
        responses: {
            /** @description Apply for a household or a person */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Application"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "ApplicationsController.get": {
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
            /** @description See applications and their reasons */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Application"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "ApplicationsController.decide": {
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
                    /** @description Why it is approved although a person of the same official number may be in the programme already. */
                    duplicateReason?: string;
                    /** @enum {string} */
                    outcome: "approved" | "refused";
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description Decide an application */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Application"];
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
    "EnrolmentsController.list": {
        parameters: {
            query?: {
                after?: string;
                householdId?: string;
                limit?: string;
                programme?: string;
                state?: "waitlisted" | "active" | "suspended" | "ended";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description See who is in a programme */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Enrolment"][];
                        next: string | null;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "EnrolmentsController.get": {
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
            /** @description See who is in a programme */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Enrolment"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "EnrolmentsController.end": {
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
                    /**
                     * Format: date
                     * @description Today when left out; never later.
                     */
                    from?: string;
                    note?: string;
                    /** @enum {string} */
                    reason: "no_longer_eligible" | "graduated" | "own_request" | "duplicate" | "moved" | "member_died" | "aged_out" | "officer_decision";
                };
            };
        };
        responses: {
            /** @description Suspend, resume and end enrolments */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Enrolment"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "EnrolmentsController.resume": {
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
                    /** @description Why another person of the same official number may be in the programme as well; needed where one is. */
                    duplicateReason?: string;
                    /**
                     * Format: date
                     * @description Today when left out; never later.
                     */
                    from?: string;
                    note?: string;
                    /** @enum {string} */
                    reason: "recertified" | "case_resolved" | "appeal_upheld" | "household_changed" | "own_request" | "officer_decision";
                };
            };
        };
        responses: {
            /** @description Suspend, resume and end enrolments */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Enrolment"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "EnrolmentsController.suspend": {
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
                    /**
                     * Format: date
                     * @description Today when left out; never later.
                     */
                    from?: string;
                    note?: string;
                    /** @enum {string} */
                    reason: "recertification_due" | "case_open" | "payment_returned" | "contribution_missing" | "household_changed" | "moved" | "own_request" | "officer_decision";
                    /**
                     * Format: date
                     * @description When it is to be looked at again.
                     */
                    until?: string;
                };
            };
        };
        responses: {
            /** @description Suspend, resume and end enrolments */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Enrolment"];
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
    "ProgrammesController.list": {
        parameters: {
            query?: {
                after?: string;
                limit?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description See the programmes and their published rules */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Programme"][];
                        next: string | null;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "ProgrammesController.write": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** programme code */
                    code: string;
                    contributory: boolean;
                    /** currency */
                    currency: string;
                    description: {
                        en: string;
                        fr: string;
                        pt: string;
                    };
                    /** @enum {string} */
                    frequency: "once" | "monthly" | "every_two_months" | "quarterly" | "half_yearly" | "yearly";
                    legalReference: string;
                    ministry: {
                        code: string;
                        name: {
                            en: string;
                            fr: string;
                            pt: string;
                        };
                    };
                    names: {
                        en: string;
                        fr: string;
                        pt: string;
                    };
                    provenance: {
                        about: string;
                        source: string;
                        /** @enum {string} */
                        status: "sourced" | "illustrative";
                    }[];
                    quota?: {
                        areaLevel: number;
                        order: {
                            by: components["schemas"]["Term"];
                            /** @enum {string} */
                            first: "highest" | "lowest";
                        }[];
                        places: {
                            [key: string]: number;
                        };
                    };
                    sdgComponents: ("SI_COV_BENFTS" | "SI_COV_CHLD" | "SI_COV_MATNL" | "SI_COV_DISAB" | "SI_COV_UEMP" | "SI_COV_WKINJRY" | "SI_COV_PENSN" | "SI_COV_VULN" | "SI_COV_POOR")[];
                    /** @enum {string} */
                    unit: "household" | "person";
                    versions: {
                        amount?: {
                            base: {
                                fixed: number;
                            } | {
                                byHouseholdSize: number[];
                            };
                            /** @default [] */
                            supplements?: {
                                amountMinor: number;
                                id: string;
                                title: {
                                    en: string;
                                    fr: string;
                                    pt: string;
                                };
                                when: components["schemas"]["Condition"];
                            }[];
                        };
                        contribution?: {
                            base: {
                                en: string;
                                fr: string;
                                pt: string;
                            };
                            dueDayOfNextMonth?: number;
                            /** @enum {string} */
                            frequency: "once" | "monthly" | "every_two_months" | "quarterly" | "half_yearly" | "yearly";
                            rateBasisPoints: number;
                        };
                        provenance: {
                            about: string;
                            source: string;
                            /** @enum {string} */
                            status: "sourced" | "illustrative";
                        }[];
                        ruleSet: {
                            code: string;
                            criteria: components["schemas"]["Condition"];
                            /** currency */
                            currency?: string;
                            /** @enum {string} */
                            unit: "household" | "person";
                            version: number;
                        };
                        title: {
                            en: string;
                            fr: string;
                            pt: string;
                        };
                        /** Format: date */
                        validFrom: string;
                        version: number;
                    }[];
                };
            };
        };
        responses: {
            /** @description Write programmes and versions of their rules */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Programme"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "ProgrammesController.get": {
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
            /** @description See the programmes and their published rules */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Programme"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "ProgrammesController.addVersion": {
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
                    amount?: {
                        base: {
                            fixed: number;
                        } | {
                            byHouseholdSize: number[];
                        };
                        /** @default [] */
                        supplements?: {
                            amountMinor: number;
                            id: string;
                            title: {
                                en: string;
                                fr: string;
                                pt: string;
                            };
                            when: components["schemas"]["Condition"];
                        }[];
                    };
                    contribution?: {
                        base: {
                            en: string;
                            fr: string;
                            pt: string;
                        };
                        dueDayOfNextMonth?: number;
                        /** @enum {string} */
                        frequency: "once" | "monthly" | "every_two_months" | "quarterly" | "half_yearly" | "yearly";
                        rateBasisPoints: number;
                    };
                    provenance: {
                        about: string;
                        source: string;
                        /** @enum {string} */
                        status: "sourced" | "illustrative";
                    }[];
                    ruleSet: {
                        code: string;
                        criteria: components["schemas"]["Condition"];
                        /** currency */
                        currency?: string;
                        /** @enum {string} */
                        unit: "household" | "person";
                        version: number;
                    };
                    title: {
                        en: string;
                        fr: string;
                        pt: string;
                    };
                    /** Format: date */
                    validFrom: string;
                    version: number;
                };
            };
        };
        responses: {
            /** @description Write programmes and versions of their rules */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Programme"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "ProgrammesController.publish": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: date
                     * @description The day it takes effect; as the version says when left out.
                     */
                    from?: string;
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description Publish a version that another designer wrote */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Programme"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "ScorecardsController.get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description See the scorecards that rules read */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Scorecard"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "ScorecardsController.load": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    code: string;
                    lines: {
                        code: string;
                        title: {
                            en: string;
                            fr: string;
                            pt: string;
                        };
                    }[];
                    lookup: {
                        [key: string]: number[];
                    };
                    names: {
                        en: string;
                        fr: string;
                        pt: string;
                    };
                    publishedOn: string;
                    publisher: string;
                    questions: {
                        answers: {
                            points: number[];
                            title: {
                                en: string;
                                fr: string;
                                pt: string;
                            };
                            when?: components["schemas"]["Condition"];
                        }[];
                        code: string;
                        title: {
                            en: string;
                            fr: string;
                            pt: string;
                        };
                    }[];
                    source: string;
                    /** @enum {string} */
                    status: "sourced" | "illustrative";
                };
            };
        };
        responses: {
            /** @description Load scorecards as published */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Scorecard"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "ScreeningsController.screen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: date */
                    asOf?: string;
                    /** Format: uuid */
                    householdId: string;
                };
            };
        };
        responses: {
            /** @description Ask what a household qualifies for, and why */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Screening"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "WaitingListsController.list": {
        parameters: {
            query?: {
                after?: string;
                /** @description The area, by its OCHA P-code. */
                areaCode?: string;
                limit?: string;
                programme?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description See who waits for a place, in which order */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["WaitingPlace"][];
                        next: string | null;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
}
