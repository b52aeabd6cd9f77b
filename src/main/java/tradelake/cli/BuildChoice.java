package tradelake.cli;

import java.time.LocalDate;
import java.util.Optional;
import tradelake.lake.Selection;

/**
 * Which jobs to make, and how.
 *
 * @param full makes what is fresh too
 * @param asOf only releases published up to this day count
 */
record BuildChoice(Selection selection, boolean full, Optional<LocalDate> asOf) {}
