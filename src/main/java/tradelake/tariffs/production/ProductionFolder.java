package tradelake.tariffs.production;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import tradelake.lake.BadInput;

/**
 * A folder with what {@link Production} is read from: sales.csv and inputs.csv, or one file as the US International Trade
 * Commission publishes ITPD-E or the OECD its ICIO tables, known by its columns and not by its name.
 *
 * @param industries the folder that says which industry is which product, conf/production
 */
public record ProductionFolder(Path folder, Path industries) {
    public static final String SALES = "sales.csv";
    /** A folder with this file is made up. */
    public static final String SYNTHETIC = "_SYNTHETIC";

    public boolean isThere() {
        return Files.exists(folder.resolve(SALES)) || !csvFiles().isEmpty();
    }

    public boolean isSynthetic() {
        return Files.exists(folder.resolve(SYNTHETIC));
    }

    /** Where plain sales are or would be. */
    public Path sales() {
        return folder.resolve(SALES);
    }

    /**
     * What the folder holds.
     *
     * @param baseYear the year to take from a file of several; without it the latest is taken
     */
    public Production read(int baseYear) {
        if (Files.exists(sales())) return PlainProduction.of(folder);
        List<Path> files = csvFiles();
        if (files.size() > 1)
            throw new BadInput("%s holds %s and %s: keep one file, or sales.csv."
                    .formatted(folder, files.get(0).getFileName(), files.get(1).getFileName()));
        try (TableStream table = TableStream.of(files.get(0))) {
            if (Itpde.isOne(table.header())) return new Itpde(industries, baseYear).read(table);
            if (Icio.isOne(table.header())) return new Icio(industries).read(table);
            throw new BadInput(
                    "%s is neither ITPD-E nor ICIO by its columns: see docs/data.md for those that they have."
                            .formatted(files.get(0)));
        }
    }

    private List<Path> csvFiles() {
        if (!Files.isDirectory(folder)) return List.of();
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".csv"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new BadInput("Cannot read the folder %s: is it there, and readable?".formatted(folder), e);
        }
    }
}
