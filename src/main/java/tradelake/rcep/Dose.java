package tradelake.rcep;

/** What is in force between two economies in a year: days of the year over 365, at most 1. */
enum Dose {
    rcep,
    /** A free trade agreement or customs union other than RCEP. */
    fta,
    /** No such agreement, but one on part of the tariff. */
    pta,
    /** Agreements other than RCEP beyond the first, their days added up: may exceed 1. */
    further
}
