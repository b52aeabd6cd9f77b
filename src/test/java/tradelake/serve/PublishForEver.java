package tradelake.serve;

import java.nio.file.Path;

/** Publishes one run after the other, until it is killed. */
final class PublishForEver {
    private PublishForEver() {}

    public static void main(String[] args) {
        DrawnLake lake = new DrawnLake(Path.of(args[0]), "snapshot.runs-kept=2").filled();
        for (int run = 1; ; run++) {
            lake.writeLarge(run);
            lake.publish("%06d".formatted(run));
            System.out.println(run);
        }
    }
}
