package tradelake.harmonise;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/** A direction of trade as Comtrade codes it. Imports and exports are added up; every other flow is part of one of them. */
public enum Flow {
    M("imports", false),
    X("exports, re-exports included", false),
    RX("re-exports, of exports", true),
    RM("re-imports, of imports", true),
    DX("domestic exports, of exports", true),
    FM("foreign imports, of imports", true),
    MIP("imports for inward processing, of imports", true),
    MOP("imports after outward processing, of imports", true),
    XIP("exports after inward processing, of exports", true),
    XOP("exports for outward processing, of exports", true);

    private static final Map<String, Flow> BY_CODE =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Flow::name, flow -> flow));

    private final String meaning;
    private final boolean ofWhich;

    Flow(String meaning, boolean ofWhich) {
        this.meaning = meaning;
        this.ofWhich = ofWhich;
    }

    public String meaning() {
        return meaning;
    }

    static boolean isKnown(String code) {
        return BY_CODE.containsKey(code);
    }

    /** Whether a known flow is part of imports or exports, and so outside every sum. */
    static boolean isOfWhich(String code) {
        return BY_CODE.get(code).ofWhich;
    }
}
