package tradelake.sources.synthetic;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import tradelake.reference.HsEdition;
import tradelake.sources.synthetic.Noise.Draw;

/**
 * Tariff schedules of the synthetic world: three importers, rates of most-favoured nations from 0 to 20 %, under RCEP cut in
 * equal steps over 1, 10 or 20 years, under ACFTA none. All of it is invented.
 */
record MadeUpSchedules(SyntheticWorld world) {
    static final String HEADER = "agreement,importer,exporter,hs_edition,hs_code,year_from,year_to,rate,note";

    private static final Map<String, List<String>> BENEFICIARIES = new TreeMap<>(
            Map.of("CHN", List.of("ASEAN", "JPN", "KOR"), "JPN", List.of("CHN", "KOR"), "KOR", List.of("CHN", "JPN")));
    private static final HsEdition EDITION = HsEdition.H4;
    private static final int FIRST_YEAR = 2022;
    private static final int[] STEPS = {1, 10, 20};
    private static final int STEEPEST = 5;
    private static final double STEP = 0.05;

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        BENEFICIARIES.forEach((importer, beneficiaries) -> {
            for (Good good : world.goods().traded())
                for (Good.Part part : good.codes().get(EDITION.ordinal()))
                    add(importer, beneficiaries, part.code(), lines);
        });
        return lines;
    }

    private void add(String importer, List<String> beneficiaries, String code, List<String> lines) {
        double mfn = STEP * (int) (STEEPEST * draw(importer, code, 0));
        lines.add(line("MFN", importer, "*", code, Scale.FIRST_YEAR + ",", mfn));
        for (int b = 0; b < beneficiaries.size(); b++) {
            int steps = STEPS[(int) (STEPS.length * draw(importer, code, 1 + b))];
            String beneficiary = beneficiaries.get(b);
            if (beneficiary.equals("ASEAN")) lines.add(line("ACFTA", importer, beneficiary, code, FIRST_YEAR + ",", 0));
            if (mfn == 0 || steps == 1) lines.add(line("RCEP", importer, beneficiary, code, FIRST_YEAR + ",", 0));
            else
                IntStream.rangeClosed(FIRST_YEAR, Scale.LAST_YEAR)
                        .mapToObj(year -> line(
                                "RCEP",
                                importer,
                                beneficiary,
                                code,
                                year + "," + (year == Scale.LAST_YEAR ? "" : year),
                                mfn * (1 - (year - FIRST_YEAR + 1.0) / steps)))
                        .forEach(lines::add);
        }
    }

    private double draw(String importer, String code, int which) {
        return world.noise().uniform(Draw.TARIFF, importer.hashCode(), Long.parseLong(code), which);
    }

    private static String line(
            String agreement, String importer, String exporter, String code, String years, double rate) {
        return String.format(
                Locale.ROOT,
                "%s,%s,%s,%s,%s,%s,%.4f,SYNTHETIC",
                agreement,
                importer,
                exporter,
                EDITION,
                code,
                years,
                rate);
    }
}
