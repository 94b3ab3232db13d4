// Generated from docs/openapi by `npm run generate`.
import type { ActedBy, Consumed, Contribution, Cycle, CycleComparison, Difference, Funds, FundsBalance, KnownPayment, LedgerAccount, LedgerTransaction, LocalText, OutcomeAnswer, PaidProgramme, ParkedEvent, ParkedEventRelease, Payment, Problem, Provider, ReasonSays, Reconciliation, Reissue, SeenPayee, Settlement, TrialBalance, TrialBalanceRow } from '@janela/contracts';

export interface paths {
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
    "/v1/contributions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** See what a member paid in */
        get: operations["ContributionsController.list"];
        put?: never;
        /** Record what a member paid in */
        post: operations["ContributionsController.record"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/contributions/{id}/reverse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Reverse a contribution */
        post: operations["ContributionsController.reverse"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cycles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** See payment cycles, their lists and reconciliation */
        get: operations["CyclesController.list"];
        put?: never;
        /** Open, submit and close a payment cycle */
        post: operations["CyclesController.open"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cycles/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** See payment cycles, their lists and reconciliation */
        get: operations["CyclesController.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cycles/{id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Approve a payment cycle that another person made, or reject it */
        post: operations["CyclesController.approve"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cycles/{id}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Open, submit and close a payment cycle */
        post: operations["CyclesController.close"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cycles/{id}/comparison": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** See payment cycles, their lists and reconciliation */
        get: operations["CyclesController.compare"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cycles/{id}/dispatch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send an approved cycle to the providers */
        post: operations["DispatchController.dispatch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cycles/{id}/payments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** See payment cycles, their lists and reconciliation */
        get: operations["CyclesController.paymentsOf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cycles/{id}/reconciliation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** See payment cycles, their lists and reconciliation */
        get: operations["CyclesController.reconcile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cycles/{id}/reject": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Approve a payment cycle that another person made, or reject it */
        post: operations["CyclesController.reject"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cycles/{id}/submit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Open, submit and close a payment cycle */
        post: operations["CyclesController.submit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/differences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** See what providers said that does not fit */
        get: operations["DifferencesController.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/differences/{id}/settle": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Propose how a difference is settled, or what became of a payment whose provider is silent */
        post: operations["SettlementsController.settleDifference"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/funds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** See what programmes were given to spend */
        get: operations["FundsController.list"];
        put?: never;
        /** Propose money given to a programme */
        post: operations["FundsController.propose"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/funds/{id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Approve funds that another person proposed, or refuse them */
        post: operations["FundsController.approve"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/funds/{id}/refuse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Approve funds that another person proposed, or refuse them */
        post: operations["FundsController.refuse"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/funds/balances": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** See what programmes were given to spend */
        get: operations["FundsController.balances"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/held-payments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** See payment cycles, their lists and reconciliation */
        get: operations["HoldsController.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledger/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read the ledger */
        get: operations["LedgerController.accounts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledger/transactions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read the ledger */
        get: operations["LedgerController.transactions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledger/trial-balance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read the ledger */
        get: operations["LedgerController.trialBalance"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/outcomes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say what became of one’s own instructions */
        post: operations["OutcomesController.report"];
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
    "/v1/payments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** See the payments of a household and what became of them */
        get: operations["PaymentsController.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/payments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** See the payments of a household and what became of them */
        get: operations["PaymentsController.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/payments/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Hold a payment, release or cancel it */
        post: operations["PaymentsController.cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/payments/{id}/enquire": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask a provider what became of a payment */
        post: operations["InstructionsController.enquire"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/payments/{id}/hold": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Hold a payment, release or cancel it */
        post: operations["HoldsController.hold"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/payments/{id}/payee/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Confirm that a payment of an approved list goes to another payee than the list says */
        post: operations["HoldsController.confirmPayee"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/payments/{id}/reissue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask that a failed or returned payment be paid again */
        post: operations["ReissuesController.request"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/payments/{id}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Hold a payment, release or cancel it */
        post: operations["HoldsController.release"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/payments/{id}/settle": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Propose how a difference is settled, or what became of a payment whose provider is silent */
        post: operations["SettlementsController.settlePayment"];
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
        /** See payment cycles, their lists and reconciliation */
        get: operations["ProgrammesController.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/providers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** See who pays out */
        get: operations["ProvidersController.list"];
        put?: never;
        /** Add a payment provider */
        post: operations["ProvidersController.add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reason-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** See what reason codes mean */
        get: operations["PaymentsController.reasons"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reissues": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** See what is to be paid again */
        get: operations["ReissuesController.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reissues/{id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Pay again what another person requested, or refuse it */
        post: operations["ReissuesController.approve"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reissues/{id}/refuse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Pay again what another person requested, or refuse it */
        post: operations["ReissuesController.refuse"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/settlements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** See what providers said that does not fit */
        get: operations["SettlementsController.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/settlements/{id}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Confirm or refuse a settlement that another person proposed */
        post: operations["SettlementsController.confirm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/settlements/{id}/refuse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Confirm or refuse a settlement that another person proposed */
        post: operations["SettlementsController.refuse"];
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
        ActedBy: ActedBy;
        Consumed: Consumed;
        Contribution: Contribution;
        Cycle: Cycle;
        CycleComparison: CycleComparison;
        Difference: Difference;
        Funds: Funds;
        FundsBalance: FundsBalance;
        KnownPayment: KnownPayment;
        LedgerAccount: LedgerAccount;
        LedgerTransaction: LedgerTransaction;
        LocalText: LocalText;
        OutcomeAnswer: OutcomeAnswer;
        PaidProgramme: PaidProgramme;
        ParkedEvent: ParkedEvent;
        ParkedEventRelease: ParkedEventRelease;
        Payment: Payment;
        Problem: Problem;
        Provider: Provider;
        ReasonSays: ReasonSays;
        Reconciliation: Reconciliation;
        Reissue: Reissue;
        SeenPayee: SeenPayee;
        Settlement: Settlement;
        TrialBalance: TrialBalance;
        TrialBalanceRow: TrialBalanceRow;
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
    "ContributionsController.list": {
        parameters: {
            query: {
                after?: string;
                limit?: string;
                personId: string;
                programme?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description See what a member paid in */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Contribution"][];
                        next: string | null;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "ContributionsController.record": {
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
                    amount: {
                        amountMinor: number;
                        /** currency */
                        currency: string;
                    };
                    /** @enum {string} */
                    branch: "old_age" | "survivors" | "invalidity" | "health" | "maternity" | "sickness" | "unemployment" | "work_injury" | "family";
                    /** @enum {string} */
                    channel: "window" | "mobile_money" | "bank_transfer" | "employer" | "agent";
                    /** Format: date */
                    on: string;
                    /**
                     * period, `YYYY-MM`
                     * @description By its first month.
                     */
                    period: string;
                    /** Format: uuid */
                    personId: string;
                    /** programme code */
                    programme: string;
                    /** @description The number on the receipt; the same receipt counts once. */
                    receipt: string;
                };
            };
        };
        responses: {
            /** @description Record what a member paid in */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Contribution"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "ContributionsController.reverse": {
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
                    /** @enum {string} */
                    reason: "bounced" | "entered_in_error" | "refunded";
                };
            };
        };
        responses: {
            /** @description Reverse a contribution */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Contribution"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "CyclesController.list": {
        parameters: {
            query?: {
                after?: string;
                limit?: string;
                programme?: string;
                state?: "open" | "submitted" | "approved" | "dispatched" | "closed";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description See payment cycles, their lists and reconciliation */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Cycle"][];
                        next: string | null;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "CyclesController.open": {
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
                    /**
                     * period, `YYYY-MM`
                     * @description By its first month.
                     */
                    period: string;
                    /** programme code */
                    programme: string;
                };
            };
        };
        responses: {
            /** @description Open, submit and close a payment cycle */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Cycle"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "CyclesController.get": {
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
            /** @description See payment cycles, their lists and reconciliation */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Cycle"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "CyclesController.approve": {
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
        requestBody?: never;
        responses: {
            /** @description Approve a payment cycle that another person made, or reject it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Cycle"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "CyclesController.close": {
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
        requestBody?: never;
        responses: {
            /** @description Open, submit and close a payment cycle */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Cycle"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "CyclesController.compare": {
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
            /** @description See payment cycles, their lists and reconciliation */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CycleComparison"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "DispatchController.dispatch": {
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
        requestBody?: never;
        responses: {
            /** @description Send an approved cycle to the providers */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Cycle"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "CyclesController.paymentsOf": {
        parameters: {
            query?: {
                after?: string;
                limit?: string;
                reasonCode?: string;
                state?: "frozen" | "held" | "instructed" | "sent" | "unknown" | "paid" | "failed" | "returned" | "cancelled";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description See payment cycles, their lists and reconciliation */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Payment"][];
                        next: string | null;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "CyclesController.reconcile": {
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
            /** @description See payment cycles, their lists and reconciliation */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reconciliation"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "CyclesController.reject": {
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
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Approve a payment cycle that another person made, or reject it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Cycle"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "CyclesController.submit": {
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
        requestBody?: never;
        responses: {
            /** @description Open, submit and close a payment cycle */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Cycle"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "DifferencesController.list": {
        parameters: {
            query?: {
                after?: string;
                limit?: string;
                /** @description Only those about this payment. */
                paymentId?: string;
                settled?: "true" | "false";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description See what providers said that does not fit */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Difference"][];
                        next: string | null;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "SettlementsController.settleDifference": {
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
                    /** @description The number or place of the document that was seen. */
                    documentReference: string;
                    /** @enum {string} */
                    evidence: "statement" | "provider_letter" | "receipt" | "payee_statement" | "visit" | "other";
                    /** @description What it came to in the currency of the payment; needed where another currency was reported, and only there. */
                    paidMinor?: number;
                    reason: string;
                    /** @enum {string} */
                    resolution: "accepted" | "dismissed";
                };
            };
        };
        responses: {
            /** @description Propose how a difference is settled, or what became of a payment whose provider is silent */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Settlement"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "FundsController.list": {
        parameters: {
            query?: {
                after?: string;
                limit?: string;
                programme?: string;
                state?: "proposed" | "approved" | "refused";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description See what programmes were given to spend */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Funds"][];
                        next: string | null;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "FundsController.propose": {
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
                    amount: {
                        amountMinor: number;
                        /** currency */
                        currency: string;
                    };
                    /** Format: date */
                    on: string;
                    /** programme code */
                    programme: string;
                    /** @description The number of the warrant, release or grant. */
                    reference: string;
                    /** funding source */
                    source: string;
                };
            };
        };
        responses: {
            /** @description Propose money given to a programme */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Funds"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "FundsController.approve": {
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
        requestBody?: never;
        responses: {
            /** @description Approve funds that another person proposed, or refuse them */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Funds"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "FundsController.refuse": {
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
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Approve funds that another person proposed, or refuse them */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Funds"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "FundsController.balances": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description See what programmes were given to spend */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["FundsBalance"][];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "HoldsController.list": {
        parameters: {
            query: {
                after?: string;
                limit?: string;
                /** @description An approver, who confirms that it goes to another payee; or an officer, who releases it: the reason is over. */
                waitsFor: "confirmation" | "release";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description See payment cycles, their lists and reconciliation */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Payment"][];
                        next: string | null;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "LedgerController.accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Read the ledger */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["LedgerAccount"][];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "LedgerController.transactions": {
        parameters: {
            query?: {
                account?: string;
                after?: string;
                cycleId?: string;
                limit?: string;
                paymentId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Read the ledger */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["LedgerTransaction"][];
                        next: string | null;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "LedgerController.trialBalance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Read the ledger */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrialBalance"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "OutcomesController.report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    amount?: {
                        amountMinor: number;
                        /** currency */
                        currency: string;
                    };
                    /** Format: uuid */
                    instructionId: string;
                    /** Format: date-time */
                    occurredAt: string;
                    providerReference: string;
                    /** reason code */
                    reasonCode?: string;
                    /** @enum {string} */
                    status: "pending" | "paid" | "failed" | "returned" | "unknown";
                };
            };
        };
        responses: {
            /** @description Say what became of one’s own instructions */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OutcomeAnswer"];
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
    "PaymentsController.list": {
        parameters: {
            query?: {
                after?: string;
                endToEndId?: string;
                enrolmentId?: string;
                householdId?: string;
                limit?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description See the payments of a household and what became of them */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Payment"][];
                        next: string | null;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "PaymentsController.get": {
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
            /** @description See the payments of a household and what became of them */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Payment"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "PaymentsController.cancel": {
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
                    note?: string;
                    /** reason code */
                    reasonCode: string;
                };
            };
        };
        responses: {
            /** @description Hold a payment, release or cancel it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Payment"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "InstructionsController.enquire": {
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
        requestBody?: never;
        responses: {
            /** @description Ask a provider what became of a payment */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Payment"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "HoldsController.hold": {
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
                    note?: string;
                    /** reason code */
                    reasonCode: string;
                };
            };
        };
        responses: {
            /** @description Hold a payment, release or cancel it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Payment"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "HoldsController.confirmPayee": {
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
                    note?: string;
                };
            };
        };
        responses: {
            /** @description Confirm that a payment of an approved list goes to another payee than the list says */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Payment"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "ReissuesController.request": {
        parameters: {
            query?: never;
            header?: {
                /** @description Does nothing and says what became of the key: its first answer, or 409 `idempotency.key_void`, after which it never counts */
                "Idempotency-Ask"?: string;
                /** @description Makes trying again safe: the first answer comes again */
                "Idempotency-Key"?: string;
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
                    note?: string;
                };
            };
        };
        responses: {
            /** @description Ask that a failed or returned payment be paid again */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reissue"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "HoldsController.release": {
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
                    note?: string;
                    /** reason code */
                    reasonCode: string;
                };
            };
        };
        responses: {
            /** @description Hold a payment, release or cancel it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Payment"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "SettlementsController.settlePayment": {
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
                    /** @description The number or place of the document that was seen. */
                    documentReference: string;
                    /** @enum {string} */
                    evidence: "statement" | "provider_letter" | "receipt" | "payee_statement" | "visit" | "other";
                    /** @enum {string} */
                    outcome: "paid" | "failed" | "returned";
                    /** @description What was paid out, where it is not what was due; only with `paid`. */
                    paidMinor?: number;
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Propose how a difference is settled, or what became of a payment whose provider is silent */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Settlement"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "ProgrammesController.list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description See payment cycles, their lists and reconciliation */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["PaidProgramme"][];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "ProvidersController.list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description See who pays out */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Provider"][];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "ProvidersController.add": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    channels: ("mobile_money" | "bank_transfer" | "cash" | "agent" | "prepaid_card")[];
                    /** provider code */
                    code: string;
                    name: {
                        en: string;
                        fr: string;
                        pt: string;
                    };
                };
            };
        };
        responses: {
            /** @description Add a payment provider */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Provider"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "PaymentsController.reasons": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description See what reason codes mean */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ReasonSays"][];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "ReissuesController.list": {
        parameters: {
            query?: {
                after?: string;
                limit?: string;
                paymentId?: string;
                state?: "requested" | "approved" | "refused";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description See what is to be paid again */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Reissue"][];
                        next: string | null;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "ReissuesController.approve": {
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
                     * Format: uuid
                     * @description The `payeeId` of `payee.now`; needed where `payeeChanged`.
                     */
                    payeeId?: string;
                };
            };
        };
        responses: {
            /** @description Pay again what another person requested, or refuse it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reissue"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "ReissuesController.refuse": {
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
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Pay again what another person requested, or refuse it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reissue"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "SettlementsController.list": {
        parameters: {
            query?: {
                after?: string;
                limit?: string;
                paymentId?: string;
                state?: "proposed" | "confirmed" | "refused";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description See what providers said that does not fit */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Settlement"][];
                        next: string | null;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "SettlementsController.confirm": {
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
        requestBody?: never;
        responses: {
            /** @description Confirm or refuse a settlement that another person proposed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Settlement"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "SettlementsController.refuse": {
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
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Confirm or refuse a settlement that another person proposed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Settlement"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
}
