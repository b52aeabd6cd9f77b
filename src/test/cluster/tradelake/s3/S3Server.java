package tradelake.s3;

import java.net.URI;
import java.util.Map;
import java.util.Properties;
import org.apache.hadoop.conf.Configuration;
import org.gaul.s3proxy.AuthenticationType;
import org.gaul.s3proxy.S3Proxy;
import org.jclouds.ContextBuilder;
import org.jclouds.blobstore.BlobStoreContext;

/** An S3 server in this JVM that holds its objects in memory, asks for signed requests, and is reached through a {@link Relay}. */
public final class S3Server implements AutoCloseable {
    public static final String ACCESS_KEY = "AKIATRADELAKETEST0001";
    public static final String SECRET_KEY = "secretOfTheTestThatNobodyMayPrint0000001";

    private final BlobStoreContext objects =
            ContextBuilder.newBuilder("transient").overrides(new Properties()).buildView(BlobStoreContext.class);
    private final String bucket;
    private final S3Proxy server;
    private final Relay relay;

    /** A server with one bucket; within a JVM no two have the same, for S3A keeps what it knows of a bucket. */
    public S3Server(String bucket) throws Exception {
        this.bucket = bucket;
        objects.getBlobStore().createContainerInLocation(null, bucket);
        server = S3Proxy.builder()
                .endpoint(URI.create("http://127.0.0.1:0"))
                .awsAuthentication(AuthenticationType.AWS_V4, ACCESS_KEY, SECRET_KEY)
                .blobStore(objects.getBlobStore())
                .ignoreUnknownHeaders(true)
                .build();
        server.start();
        relay = new Relay(server.getPort());
    }

    /** What stands between the program and the server. */
    public Relay relay() {
        return relay;
    }

    public String address(String key) {
        return "s3a://" + bucket + "/" + key;
    }

    /** Settings of S3A for this server, without credentials. */
    public Map<String, String> settings() {
        String prefix = "fs.s3a.bucket." + bucket + ".";
        return Map.of(
                prefix + "endpoint", "http://127.0.0.1:" + relay.port(),
                prefix + "endpoint.region", "us-east-1",
                prefix + "path.style.access", "true",
                prefix + "connection.ssl.enabled", "false");
    }

    /** Lets this JVM reach the bucket. */
    public void open(Configuration hadoop) {
        settings().forEach(hadoop::set);
        hadoop.set("fs.s3a.bucket." + bucket + ".access.key", ACCESS_KEY);
        hadoop.set("fs.s3a.bucket." + bucket + ".secret.key", SECRET_KEY);
    }

    /** The environment in which a program finds its credentials. */
    public static Map<String, String> credentials() {
        return Map.of("AWS_ACCESS_KEY_ID", ACCESS_KEY, "AWS_SECRET_ACCESS_KEY", SECRET_KEY);
    }

    @Override
    public void close() throws Exception {
        relay.close();
        server.stop();
        objects.close();
    }
}
