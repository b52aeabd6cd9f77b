package tradelake.harmonise;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/** A direction of trade as Comtrade codes it. Imports and exports are added up; every other flow is part of one of them. */
public enum Flow {
    /** Imports. */
    M(false),
    /** Exports, re-exports included. */
    X(false),
    /** Re-exports, of exports. */
    RX(true),
    /** Re-imports, of imports. */
    RM(true),
    /** Domestic exports, of exports. */
    DX(true),
    /** Foreign imports, of imports. */
    FM(true),
    /** Imports for inward processing, of imports. */
    MIP(true),
    /** Imports after outward processing, of imports. */
    MOP(true),
    /** Exports after inward processing, of exports. */
    XIP(true),
    /** Exports for outward processing, of exports. */
    XOP(true);

    private static final Map<String, Flow> BY_CODE =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Flow::name, flow -> flow));

    private final boolean ofWhich;

    Flow(boolean ofWhich) {
        this.ofWhich = ofWhich;
    }

    static boolean isKnown(String code) {
        return BY_CODE.containsKey(code);
    }

    /** Whether a known flow is part of imports or exports, and so outside every sum. */
    static boolean isOfWhich(String code) {
        return BY_CODE.get(code).ofWhich;
    }
}
