package tradelake.sources.synthetic;

import tradelake.reference.HsEdition;

/**
 * What all rows of a reporter-year in a file share.
 *
 * @param original as the reporter gave it; false: converted to this edition by UNSD
 */
record Head(int reporter, String key, String name, int year, HsEdition edition, boolean original) {
    Head in(HsEdition other) {
        return new Head(reporter, key, name, year, other, false);
    }
}
