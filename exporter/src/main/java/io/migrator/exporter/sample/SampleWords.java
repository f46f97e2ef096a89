package io.migrator.exporter.sample;

import java.util.List;

/** What the sample's rows are put together from. The numbers are those that Australia keeps for films. */
final class SampleWords {

    static final List<String> GIVEN = List.of(
            "ADA", "Bruno", "CHLOÉ", "Dmitri", "EUN-JI", "Farid", "Greta", "Hoang", "IMANI", "Jarrah", "Kaja", "Leila",
            "MATEO", "Nilufar", "ODHRAN", "Pia", "Quentin", "ROSA", "Søren", "Tui");
    static final List<String> FAMILY = List.of(
            "Ashdown",
            "BRAMLEY",
            "Castellane",
            "D'ARCY",
            "Eastvale",
            "Fennimore",
            "Glasswright",
            "HOLLINGSHAW",
            "Iverleigh",
            "Jasperson",
            "Kestrelman",
            "LARKWOOD",
            "Mossgrove",
            "Nightingall",
            "O'PELL",
            "Quillfeather");
    static final List<String> MOBILES =
            List.of("0491 570 006", "(04) 9157 0156", "0491-570-157", "+61 491 570 158", "0491570159", "0491 570 110");
    static final List<String> STREETS = List.of("Harbour St", "Station Rd", "Wattle Grove", "Mill Lane");
    static final List<List<String>> TOWNS = List.of(
            List.of("Manly", "NSW", "2095"), List.of("Fitzroy", "VIC", "3065"), List.of("Hobart", "TAS", "7000"));
    static final List<String> MEMOS = List.of(
            "Prefers to be called in the afternoon.",
            "Asked about a refund.\nWas called back.",
            "Changed the address; \"flat\", not \"unit\".");

    private SampleWords() {}
}
