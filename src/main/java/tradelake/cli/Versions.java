package tradelake.cli;

import picocli.CommandLine.IVersionProvider;

/** Which versions work here together, for {@code --version} and the manifests of runs. */
final class Versions implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {
            "tradelake %s (Spark %s, Delta %s, Java %s)"
                    .formatted(own(), spark(), io.delta.package$.MODULE$.VERSION(), System.getProperty("java.version"))
        };
    }

    /** The version of the program; "development" when it runs from class files. */
    static String own() {
        String version = Main.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }

    static String spark() {
        return org.apache.spark.package$.MODULE$.SPARK_VERSION();
    }
}
