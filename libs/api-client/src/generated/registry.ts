// Generated from docs/openapi by `npm run generate`.
import type { AccessLogEntry, Area, ConsentGiven, Consumed, Duplicate, Household, HouseholdChange, HouseholdSummary, IdentifierType, Import, Member, Names, NumberFormats, ParkedEvent, ParkedEventRelease, Payee, PayeeChange, PayeeMissing, PendingPayee, PeopleFound, PersonFound, PossibleDuplicate, PossibleDuplicates, Problem, PublishedAreas, RegisteredHousehold, TelephoneFormat, WaitingHousehold } from '@janela/contracts';

export interface paths {
    "/v1/areas": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** See the areas of the country */
        get: operations["AreasController.list"];
        put?: never;
        /** Publish areas and change what is known of them */
        post: operations["AreasController.publish"];
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
    "/v1/duplicates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** See who may be in the register twice */
        get: operations["DuplicatesController.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/duplicates/{id}/dismiss": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say that two people who look like one are two */
        post: operations["DuplicatesController.dismiss"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/households": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Search for people and households */
        get: operations["HouseholdsController.find"];
        put?: never;
        /** Register a household */
        post: operations["HouseholdsController.register"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/households/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** See a household and the people in it */
        get: operations["HouseholdsController.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change what is known of a household */
        patch: operations["HouseholdsController.change"];
        trace?: never;
    };
    "/v1/households/{id}/access-log": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** See who looked at a household */
        get: operations["AccessLogController.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/households/{id}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Close a household */
        post: operations["HouseholdsController.close"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/households/{id}/duplicates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** See who may be in the register twice */
        get: operations["DuplicatesController.listOfHousehold"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/households/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** See how a household changed, and who changed it */
        get: operations["HistoryController.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/households/{id}/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Change what is known of a household */
        post: operations["HouseholdsController.addMember"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/households/{id}/move": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Move a household to another area */
        post: operations["HouseholdsController.move"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/households/{id}/payee": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Say who is to collect for a household */
        put: operations["HouseholdsController.designatePayee"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/households/{id}/payee/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Confirm or refuse another payee or account that was requested */
        post: operations["PayeeChangesController.confirm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/households/{id}/payee/refuse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Confirm or refuse another payee or account that was requested */
        post: operations["PayeeChangesController.refuse"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/households/{id}/payee/take-back": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say who is to collect for a household */
        post: operations["PayeeChangesController.takeBack"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/identifier-types": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** See which kinds of official numbers there are */
        get: operations["IdentifierTypesController.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/identifier-types/{type}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Say which kinds of official numbers there are */
        put: operations["IdentifierTypesController.publish"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Follow an import that was sent, or of which forms wait for a decision */
        get: operations["ImportsController.list"];
        put?: never;
        /** Import a file of households */
        post: operations["ImportsController.start"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Follow an import that was sent, or of which forms wait for a decision */
        get: operations["ImportsController.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports/{id}/errors.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read the errors of an import, with what its cells held */
        get: operations["ImportsController.readErrors"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports/{id}/waiting": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Decide on forms of which only some people are those of the household with their number */
        get: operations["ImportsController.listWaiting"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports/{id}/waiting/{waitingId}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Decide on forms of which only some people are those of the household with their number */
        post: operations["ImportsController.accept"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports/{id}/waiting/{waitingId}/drop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Decide on forms of which only some people are those of the household with their number */
        post: operations["ImportsController.drop"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/number-formats": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** See how telephones and accounts are written in the country */
        get: operations["NumberFormatsController.get"];
        /** Say how telephones and accounts are written */
        put: operations["NumberFormatsController.publish"];
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
    "/v1/payee-changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Confirm or refuse another payee or account that was requested */
        get: operations["PayeeChangesController.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Search for people and households */
        get: operations["PeopleController.search"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/people/{id}/death": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Report that a person has died */
        post: operations["PeopleController.reportDeath"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/people/names": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** See how the people and households of a list are called */
        post: operations["PeopleController.findNames"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/people/possible-duplicates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Register a household */
        post: operations["DuplicatesController.find"];
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
        AccessLogEntry: AccessLogEntry;
        Area: Area;
        ConsentGiven: ConsentGiven;
        Consumed: Consumed;
        Duplicate: Duplicate;
        Household: Household;
        HouseholdChange: HouseholdChange;
        HouseholdSummary: HouseholdSummary;
        IdentifierType: IdentifierType;
        Import: Import;
        Member: Member;
        Names: Names;
        NumberFormats: NumberFormats;
        ParkedEvent: ParkedEvent;
        ParkedEventRelease: ParkedEventRelease;
        Payee: Payee;
        PayeeChange: PayeeChange;
        PayeeMissing: PayeeMissing;
        PendingPayee: PendingPayee;
        PeopleFound: PeopleFound;
        PersonFound: PersonFound;
        PossibleDuplicate: PossibleDuplicate;
        PossibleDuplicates: PossibleDuplicates;
        Problem: Problem;
        PublishedAreas: PublishedAreas;
        RegisteredHousehold: RegisteredHousehold;
        TelephoneFormat: TelephoneFormat;
        WaitingHousehold: WaitingHousehold;
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
    "AreasController.list": {
        parameters: {
            query?: {
                after?: string;
                level?: string;
                limit?: string;
                on?: string;
                /** @description The area, by its OCHA P-code. */
                under?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description See the areas of the country */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Area"][];
                        next: string | null;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "AreasController.publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    areas: {
                        /**
                         * area code
                         * @description The area, by its OCHA P-code.
                         */
                        code: string;
                        name: string;
                        /** Format: date */
                        validFrom: string;
                        /** Format: date */
                        validTo?: string;
                    }[];
                };
            };
        };
        responses: {
            /** @description Publish areas and change what is known of them */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublishedAreas"];
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
    "DuplicatesController.list": {
        parameters: {
            query?: {
                after?: string;
                importId?: string;
                limit?: string;
                state?: "open" | "dismissed";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description See who may be in the register twice */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Duplicate"][];
                        next: string | null;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "DuplicatesController.dismiss": {
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
            /** @description Say that two people who look like one are two */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Duplicate"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "HouseholdsController.find": {
        parameters: {
            query?: {
                after?: string;
                externalReference?: string;
                limit?: string;
                number?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Search for people and households */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["HouseholdSummary"][];
                        next: string | null;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "HouseholdsController.register": {
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
                    address?: string;
                    /**
                     * area code
                     * @description The area, by its OCHA P-code.
                     */
                    areaCode: string;
                    assets?: ("radio" | "stereo" | "television" | "mobile_phone" | "smartphone" | "landline" | "computer" | "refrigerator" | "freezer" | "electric_iron" | "charcoal_iron" | "brazier" | "gas_stove" | "electric_stove" | "sofa" | "table" | "bed" | "mattress" | "bed_net" | "clock" | "sewing_machine" | "solar_panel" | "bicycle" | "motorcycle" | "car" | "animal_cart" | "boat" | "motor_boat" | "hoe" | "machete" | "axe" | "plough" | "bank_account")[];
                    consent?: {
                        /** Format: date */
                        givenOn: string;
                        /** @enum {string} */
                        method: "signature" | "thumbprint" | "spoken" | "electronic";
                        purposes: ("eligibility" | "payment" | "statistics" | "referral" | "research")[];
                    };
                    consumption?: {
                        /** @description Milk or food made of it in the last two weeks. */
                        dairyInTwoWeeks?: boolean;
                    };
                    dwelling?: {
                        /** @enum {string} */
                        cooking?: "none" | "dung" | "straw" | "crop_waste" | "firewood" | "charcoal" | "coal" | "paraffin" | "biogas" | "gas" | "electricity" | "other";
                        /** @enum {string} */
                        floor?: "earth" | "dung" | "clay" | "wood" | "bamboo" | "cement" | "tiles" | "vinyl" | "parquet" | "carpet" | "other";
                        /** @enum {string} */
                        lighting?: "none" | "firewood" | "candle" | "paraffin" | "gas" | "torch" | "car_battery" | "solar" | "generator" | "electricity" | "other";
                        /** @enum {string} */
                        roof?: "none" | "thatch" | "grass" | "mat" | "bamboo" | "wood" | "cardboard" | "plastic" | "metal_sheets" | "asbestos" | "tiles" | "cement" | "other";
                        /** @description Rooms to sleep in. */
                        rooms?: number;
                        /** @enum {string} */
                        toilet?: "none" | "bucket" | "hanging" | "pit" | "pit_with_slab" | "ventilated_pit" | "composting" | "flush_to_pit" | "flush_to_septic_tank" | "flush_to_sewer" | "other";
                        /** @enum {string} */
                        walls?: "none" | "mud" | "reeds" | "bamboo" | "stone_with_mud" | "adobe" | "wood" | "plywood" | "cardboard" | "metal_sheets" | "bricks" | "cement" | "cement_blocks" | "stone_with_cement" | "other";
                        /** @enum {string} */
                        water?: "surface" | "well" | "protected_well" | "spring" | "protected_spring" | "borehole" | "public_tap" | "piped_to_neighbour" | "piped_to_yard" | "piped_to_dwelling" | "rain" | "tanker" | "cart" | "bottled" | "other";
                    };
                    /** @description The number on the form; registers the same form only once. */
                    externalReference?: string;
                    members: {
                        attendsSchool?: boolean;
                        /** Format: date */
                        bornOn: string;
                        /**
                         * @description How much of the birth date is known; all of it when left out.
                         * @enum {string}
                         */
                        bornOnPrecision?: "day" | "month" | "year";
                        chronicIllness?: boolean;
                        familyName: string;
                        functioning?: {
                            communicating?: number;
                            hearing?: number;
                            remembering?: number;
                            seeing?: number;
                            selfCare?: number;
                            walking?: number;
                        };
                        givenNames: string;
                        identifiers?: {
                            /** @description Such as ZM-NRC. */
                            type: string;
                            value: string;
                        }[];
                        insured?: boolean;
                        /** @enum {string} */
                        maritalStatus?: "never_married" | "married" | "consensual_union" | "separated" | "divorced" | "widowed";
                        palliativeCare?: boolean;
                        /** @description Such as 0971 234 567 or +260971234567. */
                        phone?: string;
                        pregnant?: boolean;
                        /** @enum {string} */
                        relationship: "head" | "spouse" | "child" | "stepchild" | "foster_child" | "child_in_law" | "grandchild" | "parent" | "parent_in_law" | "grandparent" | "sibling" | "niece_or_nephew" | "other_relative" | "non_relative";
                        /** @enum {string} */
                        sex: "female" | "male" | "other" | "unknown";
                        /** @enum {string} */
                        work?: "own_farm" | "own_business" | "employee" | "public_servant" | "casual_labour" | "unpaid_family_work" | "looking_for_work" | "home_care" | "student" | "retired" | "unable_to_work" | "not_working" | "other";
                    }[];
                    payee?: {
                        /** @description The wallet, telephone or account number, as people write it. */
                        account?: string;
                        /** @enum {string} */
                        channel: "mobile_money" | "bank_transfer" | "cash" | "agent" | "prepaid_card";
                        deputy?: number;
                        member: number;
                        /** provider code */
                        provider?: string;
                    };
                    residence?: {
                        /** @description Whole months lived in the area, on the day of the answer. */
                        months?: number;
                        urban?: boolean;
                    };
                };
            };
        };
        responses: {
            /** @description Register a household */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegisteredHousehold"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "HouseholdsController.get": {
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
            /** @description See a household and the people in it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Household"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "HouseholdsController.change": {
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
                    address?: string | null;
                    assets?: ("radio" | "stereo" | "television" | "mobile_phone" | "smartphone" | "landline" | "computer" | "refrigerator" | "freezer" | "electric_iron" | "charcoal_iron" | "brazier" | "gas_stove" | "electric_stove" | "sofa" | "table" | "bed" | "mattress" | "bed_net" | "clock" | "sewing_machine" | "solar_panel" | "bicycle" | "motorcycle" | "car" | "animal_cart" | "boat" | "motor_boat" | "hoe" | "machete" | "axe" | "plough" | "bank_account")[] | null;
                    consent?: {
                        /** Format: date */
                        givenOn: string;
                        /** @enum {string} */
                        method: "signature" | "thumbprint" | "spoken" | "electronic";
                        purposes: ("eligibility" | "payment" | "statistics" | "referral" | "research")[];
                    };
                    consumption?: {
                        /** @description Milk or food made of it in the last two weeks. */
                        dairyInTwoWeeks?: boolean;
                    } | null;
                    dwelling?: {
                        /** @enum {string} */
                        cooking?: "none" | "dung" | "straw" | "crop_waste" | "firewood" | "charcoal" | "coal" | "paraffin" | "biogas" | "gas" | "electricity" | "other";
                        /** @enum {string} */
                        floor?: "earth" | "dung" | "clay" | "wood" | "bamboo" | "cement" | "tiles" | "vinyl" | "parquet" | "carpet" | "other";
                        /** @enum {string} */
                        lighting?: "none" | "firewood" | "candle" | "paraffin" | "gas" | "torch" | "car_battery" | "solar" | "generator" | "electricity" | "other";
                        /** @enum {string} */
                        roof?: "none" | "thatch" | "grass" | "mat" | "bamboo" | "wood" | "cardboard" | "plastic" | "metal_sheets" | "asbestos" | "tiles" | "cement" | "other";
                        /** @description Rooms to sleep in. */
                        rooms?: number;
                        /** @enum {string} */
                        toilet?: "none" | "bucket" | "hanging" | "pit" | "pit_with_slab" | "ventilated_pit" | "composting" | "flush_to_pit" | "flush_to_septic_tank" | "flush_to_sewer" | "other";
                        /** @enum {string} */
                        walls?: "none" | "mud" | "reeds" | "bamboo" | "stone_with_mud" | "adobe" | "wood" | "plywood" | "cardboard" | "metal_sheets" | "bricks" | "cement" | "cement_blocks" | "stone_with_cement" | "other";
                        /** @enum {string} */
                        water?: "surface" | "well" | "protected_well" | "spring" | "protected_spring" | "borehole" | "public_tap" | "piped_to_neighbour" | "piped_to_yard" | "piped_to_dwelling" | "rain" | "tanker" | "cart" | "bottled" | "other";
                    } | null;
                    members?: {
                        attendsSchool?: boolean | null;
                        /** Format: date */
                        bornOn?: string;
                        /**
                         * @description How much of the birth date is known; all of it when left out.
                         * @enum {string}
                         */
                        bornOnPrecision?: "day" | "month" | "year";
                        chronicIllness?: boolean | null;
                        familyName?: string;
                        functioning?: {
                            communicating?: number;
                            hearing?: number;
                            remembering?: number;
                            seeing?: number;
                            selfCare?: number;
                            walking?: number;
                        } | null;
                        givenNames?: string;
                        identifiers?: {
                            /** @description Such as ZM-NRC. */
                            type: string;
                            value: string;
                        }[];
                        insured?: boolean | null;
                        maritalStatus?: ("never_married" | "married" | "consensual_union" | "separated" | "divorced" | "widowed") | null;
                        palliativeCare?: boolean | null;
                        /** Format: uuid */
                        personId: string;
                        phone?: string | null;
                        pregnant?: boolean | null;
                        /** @enum {string} */
                        relationship?: "head" | "spouse" | "child" | "stepchild" | "foster_child" | "child_in_law" | "grandchild" | "parent" | "parent_in_law" | "grandparent" | "sibling" | "niece_or_nephew" | "other_relative" | "non_relative";
                        /** @enum {string} */
                        sex?: "female" | "male" | "other" | "unknown";
                        work?: ("own_farm" | "own_business" | "employee" | "public_servant" | "casual_labour" | "unpaid_family_work" | "looking_for_work" | "home_care" | "student" | "retired" | "unable_to_work" | "not_working" | "other") | null;
                    }[];
                    note?: string;
                    /** @enum {string} */
                    reason: "correction" | "circumstances" | "birth" | "arrival" | "departure" | "death" | "renewal" | "merge" | "import";
                    residence?: {
                        /** @description Whole months lived in the area, on the day of the answer. */
                        months?: number;
                        urban?: boolean;
                    } | null;
                    withdrawConsent?: {
                        /**
                         * Format: date
                         * @description Today when left out.
                         */
                        on?: string;
                        purposes?: ("eligibility" | "payment" | "statistics" | "referral" | "research")[];
                    };
                };
            };
        };
        responses: {
            /** @description Change what is known of a household */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Household"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "AccessLogController.list": {
        parameters: {
            query?: {
                after?: string;
                limit?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description See who looked at a household */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["AccessLogEntry"][];
                        next: string | null;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "HouseholdsController.close": {
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
                    /** Format: date */
                    on: string;
                    /** @enum {string} */
                    reason: "moved_away" | "all_deceased" | "dissolved" | "own_request" | "registered_in_error";
                };
            };
        };
        responses: {
            /** @description Close a household */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Household"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "DuplicatesController.listOfHousehold": {
        parameters: {
            query?: {
                after?: string;
                limit?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description See who may be in the register twice */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Duplicate"][];
                        next: string | null;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "HistoryController.list": {
        parameters: {
            query?: {
                after?: string;
                limit?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description See how a household changed, and who changed it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["HouseholdChange"][];
                        next: string | null;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "HouseholdsController.addMember": {
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
                    /** @enum {string} */
                    formerHeadIs?: "head" | "spouse" | "child" | "stepchild" | "foster_child" | "child_in_law" | "grandchild" | "parent" | "parent_in_law" | "grandparent" | "sibling" | "niece_or_nephew" | "other_relative" | "non_relative";
                    member: {
                        attendsSchool?: boolean;
                        /** Format: date */
                        bornOn: string;
                        /**
                         * @description How much of the birth date is known; all of it when left out.
                         * @enum {string}
                         */
                        bornOnPrecision?: "day" | "month" | "year";
                        chronicIllness?: boolean;
                        familyName: string;
                        functioning?: {
                            communicating?: number;
                            hearing?: number;
                            remembering?: number;
                            seeing?: number;
                            selfCare?: number;
                            walking?: number;
                        };
                        givenNames: string;
                        identifiers?: {
                            /** @description Such as ZM-NRC. */
                            type: string;
                            value: string;
                        }[];
                        insured?: boolean;
                        /** @enum {string} */
                        maritalStatus?: "never_married" | "married" | "consensual_union" | "separated" | "divorced" | "widowed";
                        palliativeCare?: boolean;
                        /** @description Such as 0971 234 567 or +260971234567. */
                        phone?: string;
                        pregnant?: boolean;
                        /** @enum {string} */
                        relationship: "head" | "spouse" | "child" | "stepchild" | "foster_child" | "child_in_law" | "grandchild" | "parent" | "parent_in_law" | "grandparent" | "sibling" | "niece_or_nephew" | "other_relative" | "non_relative";
                        /** @enum {string} */
                        sex: "female" | "male" | "other" | "unknown";
                        /** @enum {string} */
                        work?: "own_farm" | "own_business" | "employee" | "public_servant" | "casual_labour" | "unpaid_family_work" | "looking_for_work" | "home_care" | "student" | "retired" | "unable_to_work" | "not_working" | "other";
                    };
                    /** Format: date */
                    on?: string;
                    /** @enum {string} */
                    reason: "birth" | "arrival" | "correction";
                };
            };
        };
        responses: {
            /** @description Change what is known of a household */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Household"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "HouseholdsController.move": {
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
                    address?: string;
                    /**
                     * area code
                     * @description The area, by its OCHA P-code.
                     */
                    areaCode: string;
                    note?: string;
                    /** Format: date */
                    on: string;
                };
            };
        };
        responses: {
            /** @description Move a household to another area */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Household"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "HouseholdsController.designatePayee": {
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
                    /** @description The wallet, telephone or account number, as people write it. */
                    account?: string;
                    /** @enum {string} */
                    channel: "mobile_money" | "bank_transfer" | "cash" | "agent" | "prepaid_card";
                    /** Format: uuid */
                    deputyPersonId?: string;
                    /** Format: uuid */
                    personId: string;
                    /** provider code */
                    provider?: string;
                };
            };
        };
        responses: {
            /** @description Say who is to collect for a household */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Household"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "PayeeChangesController.confirm": {
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
            /** @description Confirm or refuse another payee or account that was requested */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Household"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "PayeeChangesController.refuse": {
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
            /** @description Confirm or refuse another payee or account that was requested */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Household"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "PayeeChangesController.takeBack": {
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
            /** @description Say who is to collect for a household */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Household"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "IdentifierTypesController.list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description See which kinds of official numbers there are */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["IdentifierType"][];
                        next: string | null;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "IdentifierTypesController.publish": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Such as ZM-NRC. */
                type: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    example: string;
                    name: {
                        en: string;
                        fr: string;
                        pt: string;
                    };
                    pattern: string;
                    /** @description Whether a number belongs to one person only. */
                    unique: boolean;
                };
            };
        };
        responses: {
            /** @description Say which kinds of official numbers there are */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IdentifierType"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "ImportsController.list": {
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
            /** @description Follow an import that was sent, or of which forms wait for a decision */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Import"][];
                        next: string | null;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "ImportsController.start": {
        parameters: {
            query?: {
                fileName?: string;
                source?: string;
            };
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
                "text/csv": string;
            };
        };
        responses: {
            /** @description Import a file of households */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "ImportsController.get": {
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
            /** @description Follow an import that was sent, or of which forms wait for a decision */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "ImportsController.readErrors": {
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
            /** @description Read the errors of an import, with what its cells held */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "ImportsController.listWaiting": {
        parameters: {
            query?: {
                after?: string;
                limit?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Decide on forms of which only some people are those of the household with their number */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["WaitingHousehold"][];
                        next: string | null;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "ImportsController.accept": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                waitingId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Decide on forms of which only some people are those of the household with their number */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WaitingHousehold"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "ImportsController.drop": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                waitingId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Decide on forms of which only some people are those of the household with their number */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WaitingHousehold"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "NumberFormatsController.get": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description See how telephones and accounts are written in the country */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NumberFormats"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "NumberFormatsController.publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    accounts: ({
                        /** @enum {string} */
                        channel: "mobile_money" | "bank_transfer" | "cash" | "agent" | "prepaid_card";
                        /** @enum {string} */
                        kind: "telephone";
                        /** provider code */
                        provider?: string;
                    } | {
                        /** @enum {string} */
                        channel: "mobile_money" | "bank_transfer" | "cash" | "agent" | "prepaid_card";
                        example: string;
                        /** @enum {string} */
                        kind: "number";
                        pattern: string;
                        /** provider code */
                        provider?: string;
                    })[];
                    /** @description The codes of all providers; left out, a payee may name any. */
                    providers?: string[];
                    telephone: {
                        example: string;
                        /** @description Other numbers, without prefix and trunk. */
                        fixed: string[];
                        /** @description Mobile numbers, without prefix and trunk. */
                        mobile: string[];
                        prefix: string;
                        /** @description What is dialled before a number within the country, such as 0; nothing where nothing is. */
                        trunk: string;
                    };
                };
            };
        };
        responses: {
            /** @description Say how telephones and accounts are written */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NumberFormats"];
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
    "PayeeChangesController.list": {
        parameters: {
            query?: {
                after?: string;
                limit?: string;
                state?: "pending" | "confirmed" | "refused" | "taken_back" | "replaced" | "dropped";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Confirm or refuse another payee or account that was requested */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["PayeeChange"][];
                        next: string | null;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "PeopleController.search": {
        parameters: {
            query?: {
                /** @description The area, by its OCHA P-code. */
                areaCode?: string;
                /** @description A day, a month or a year: 1949-08-16, 16/08/1949, 08/1949, 1949. */
                bornOn?: string;
                identifier?: string;
                name?: string;
                number?: string;
                phone?: string;
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Search for people and households */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PeopleFound"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "PeopleController.reportDeath": {
        parameters: {
            query?: never;
            header?: {
                /** @description Does nothing and says what became of the key: its first answer, or 409 `idempotency.key_void`, after which it never counts */
                "Idempotency-Ask"?: string;
                /** @description Makes trying again safe: the first answer comes again */
                "Idempotency-Key"?: string;
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
                    certainty: "reported" | "certified" | "withdrawn";
                    /** Format: date */
                    on: string;
                    /** @description Why a death that was certified was none. */
                    reason?: string;
                    /** @enum {string} */
                    source: "household" | "caseworker" | "community" | "civil_register" | "provider";
                };
            };
        };
        responses: {
            /** @description Report that a person has died */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Household"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "PeopleController.findNames": {
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
                    householdIds?: string[];
                    /** @default [] */
                    personIds?: string[];
                };
            };
        };
        responses: {
            /** @description See how the people and households of a list are called */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Names"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    "DuplicatesController.find": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * area code
                     * @description The area, by its OCHA P-code.
                     */
                    areaCode: string;
                    members: {
                        attendsSchool?: boolean;
                        /** Format: date */
                        bornOn: string;
                        /**
                         * @description How much of the birth date is known; all of it when left out.
                         * @enum {string}
                         */
                        bornOnPrecision?: "day" | "month" | "year";
                        chronicIllness?: boolean;
                        familyName: string;
                        functioning?: {
                            communicating?: number;
                            hearing?: number;
                            remembering?: number;
                            seeing?: number;
                            selfCare?: number;
                            walking?: number;
                        };
                        givenNames: string;
                        identifiers?: {
                            /** @description Such as ZM-NRC. */
                            type: string;
                            value: string;
                        }[];
                        insured?: boolean;
                        /** @enum {string} */
                        maritalStatus?: "never_married" | "married" | "consensual_union" | "separated" | "divorced" | "widowed";
                        palliativeCare?: boolean;
                        /** @description Such as 0971 234 567 or +260971234567. */
                        phone?: string;
                        pregnant?: boolean;
                        /** @enum {string} */
                        relationship: "head" | "spouse" | "child" | "stepchild" | "foster_child" | "child_in_law" | "grandchild" | "parent" | "parent_in_law" | "grandparent" | "sibling" | "niece_or_nephew" | "other_relative" | "non_relative";
                        /** @enum {string} */
                        sex: "female" | "male" | "other" | "unknown";
                        /** @enum {string} */
                        work?: "own_farm" | "own_business" | "employee" | "public_servant" | "casual_labour" | "unpaid_family_work" | "looking_for_work" | "home_care" | "student" | "retired" | "unable_to_work" | "not_working" | "other";
                    }[];
                };
            };
        };
        responses: {
            /** @description Register a household */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PossibleDuplicates"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
}
