package org.gridtill.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.gridtill.api.adapter.terminal.TerminalAdapter;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Version;

/** What a manifest tells of a bundle. */
class NewBundleTest {

  static byte[] jar(Map<String, String> headers) throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    headers.forEach(manifest.getMainAttributes()::putValue);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new JarOutputStream(bytes, manifest).close();
    return bytes.toByteArray();
  }

  private static NewBundle read(Map<String, String> headers) throws IOException {
    return NewBundle.read("x.jar", new ByteArrayInputStream(jar(headers)));
  }

  @Test
  void anAdapterIsKnownByItsPromise() throws IOException {
    NewBundle bundle =
        read(
            Map.of(
                "Bundle-SymbolicName", "org.example.pos;singleton:=true",
                "Bundle-Version", "1.2.0",
                "Provide-Capability", "osgi.service;x=\"" + TerminalAdapter.class.getName() + '"'));
    assertThat(bundle)
        .isEqualTo(new NewBundle("org.example.pos", new Version(1, 2, 0), "", List.of(), true));
  }

  @Test
  void packagesAreReadWithTheirVersions() throws IOException {
    NewBundle bundle =
        read(
            Map.of(
                "Bundle-SymbolicName",
                "lib",
                "Fragment-Host",
                "host;bundle-version=\"[1,2)\"",
                "Export-Package",
                "a;b;version=\"1.2\";uses:=\"c,d\",e; version=2 ,f"));
    assertThat(bundle.host()).isEqualTo("host");
    assertThat(bundle.packages())
        .extracting(offered -> offered.get("osgi.wiring.package") + " " + offered.get("version"))
        .containsExactly("a 1.2.0", "b 1.2.0", "e 2.0.0", "f 0.0.0");
    assertThat(bundle.packages().get(0)).containsEntry("bundle-symbolic-name", "lib");
  }

  @Test
  void whatIsNoBundleIsNamed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> read(Map.of()))
        .withMessage("x.jar is no bundle");
  }
}
