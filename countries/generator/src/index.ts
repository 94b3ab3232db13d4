/** What a country's folder must hold, and believable households made from it. */
export {};
