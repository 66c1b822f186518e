package org.gridtill.itests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** An endpoint that asks terminals for certificates, set up as docs/certificates.md says. */
final class MutualEndpoint {

  static final int PORT = FreePorts.next();

  private static final String PASSWORD = "not a secret";
  private static final String CONFIGURATION = "org.gridtill.gateway.endpoint-postls.cfg";

  private MutualEndpoint() {}

  /** Makes a key, has the platform's authority certify it, and makes the endpoint. */
  static void addTo(Distribution distribution) throws IOException, InterruptedException {
    Path keystore = distribution.path("etc/pos-tls.p12");
    Path request = distribution.path("data/endpoint.csr");
    Path chain = distribution.path("data/endpoint.pem");
    keytool(
        keystore,
        "-genkeypair",
        "-keyalg",
        "EC",
        "-groupname",
        "secp256r1",
        "-dname",
        "CN=gridtill",
        "-storetype",
        "PKCS12");
    keytool(keystore, "-certreq", "-file", request.toString());
    String issued =
        distribution.shell("gridtill:certificate-issue-server --request " + request + " 127.0.0.1");
    Files.writeString(chain, issued.substring(issued.indexOf("-----BEGIN")));
    keytool(keystore, "-importcert", "-noprompt", "-file", chain.toString());
    Path password =
        Files.createFile(
            distribution.path("etc/pos-tls.password"),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(password, PASSWORD);
    List<String> lines =
        Files.readAllLines(distribution.path("etc/examples/" + CONFIGURATION)).stream()
            .map(line -> line.startsWith("port ") ? "port = " + PORT : line)
            .map(
                line ->
                    line.startsWith("clientCertificate ") ? "clientCertificate = required" : line)
            .toList();
    Files.write(distribution.path("etc/" + CONFIGURATION), lines);
  }

  private static void keytool(Path keystore, String... what)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of(what));
    command.addAll(
        List.of("-alias", "gridtill", "-keystore", keystore.toString(), "-storepass", PASSWORD));
    Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(keytool.getInputStream().readAllBytes());
    if (!keytool.waitFor(60, TimeUnit.SECONDS) || keytool.exitValue() != 0) {
      throw new IOException("keytool " + what[0] + " failed: " + output);
    }
  }
}
