package tradelake.claims;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import tradelake.lake.BadInput;
import tradelake.reference.Reference;

/** The claims of a folder of .conf files, HOCON: {@code source} and, by id, {@code claims}; see conf/README.md. */
public final class ClaimFiles {
    private static final String SOURCE = "source";
    private static final String CLAIMS = "claims";

    private ClaimFiles() {}

    /** No claims where there is no such folder. */
    public static Claims in(Path folder, Reference reference) {
        Map<String, Claim> claims = new TreeMap<>();
        for (Path file : files(folder))
            for (Claim claim : read(file, reference))
                if (claims.put(claim.id(), claim) != null)
                    throw new BadInput("%s: claim %s is in another file too: keep one".formatted(file, claim.id()));
        return new Claims(List.copyOf(claims.values()));
    }

    private static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) return List.of();
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".conf"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new BadInput("Cannot list %s (%s): make it a readable folder".formatted(folder, e.getMessage()), e);
        }
    }

    private static List<Claim> read(Path file, Reference reference) {
        try {
            Config config = ConfigFactory.parseFile(file.toFile()).resolve();
            List<Claim> claims = new ArrayList<>();
            Entry top = new Entry(config.root(), file.toString());
            top.refuseOthersThan(List.of(SOURCE, CLAIMS));
            ConfigObject all = config.getObject(CLAIMS);
            for (String id : all.keySet())
                claims.add(new ClaimReader(config.getString(SOURCE), reference)
                        .read(id, new Entry((ConfigObject) all.get(id), file + ", claim " + id)));
            return claims;
        } catch (ConfigException | ClassCastException e) {
            throw new BadInput(
                    "%s is no file of claims (%s): write it as conf/README.md says".formatted(file, e.getMessage()), e);
        }
    }
}
