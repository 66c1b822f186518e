package org.gridtill.trust;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The bundle's parts put together as its activator does, on a folder of a test. */
final class TrustHarness {

  final TestFramework framework;
  final TestJar ours;
  final List<String> complaints = new ArrayList<>();
  final VendorStore store;
  final Judge judge;
  final TrustService service;
  final TrustHook hook;
  private final Path folder;

  TrustHarness(Path folder) throws IOException {
    this(folder, true);
  }

  TrustHarness(Path folder, boolean enforced) throws IOException {
    this.folder = folder;
    framework = new TestFramework(folder.resolve("cache"));
    Path jars = Files.createDirectories(folder.resolve("jars"));
    ours = TestJar.in(jars);
    store = new VendorStore(folder.resolve("trust"), complaints::add);
    Examiner examiner =
        new Examiner(
            framework.files(),
            folder.resolve("system"),
            list("distribution", ours),
            DigestList.read(folder.resolve("listed")));
    judge = new Judge(examiner, store, framework::named, enforced);
    service =
        new TrustService(
            framework.context(), framework.files(), store, judge, new Announcer(), enforced);
    hook = new TrustHook(judge);
  }

  /** Makes an unsigned jar that is not the distribution's. */
  TestJar jar() throws IOException {
    return TestJar.in(folder.resolve("jars"))
        .with(entries -> entries.put("org/acme/Extra.class", TestJar.bytes("class Extra")));
  }

  TrustedVendor trust(String alias, TestSigner signer) {
    return store.add(store.candidate(alias, signer.pem()), "alice");
  }

  private DigestList list(String name, TestJar jar) throws IOException {
    Path file = folder.resolve(name);
    Files.writeString(file, "# ours\n\n" + Sha256.of(jar.path()) + "  org/ours.jar\n");
    return DigestList.read(file);
  }
}
