package org.gridtill.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import org.gridtill.api.adapter.terminal.TerminalAdapter;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Version;
import org.osgi.framework.wiring.FrameworkWiring;

class AdapterUpgradePreviewCommandTest {

  private final List<Bundle> bundles = new ArrayList<>();
  private final List<Bundle> closure = new ArrayList<>();

  private Bundle bundle(String name, boolean adapter) {
    long id = bundles.size();
    Hashtable<String, String> headers = new Hashtable<>();
    if (adapter) {
      headers.put("Provide-Capability", TerminalAdapter.class.getName());
    }
    Bundle bundle =
        Fake.of(
            Bundle.class,
            Map.of(
                "getBundleId", arguments -> id,
                "getSymbolicName", arguments -> name,
                "getVersion", arguments -> new Version(1, 2, 0),
                "getState", arguments -> Bundle.ACTIVE,
                "getRegisteredServices", arguments -> null,
                "getHeaders", arguments -> headers,
                "adapt",
                    arguments ->
                        Fake.of(
                            FrameworkWiring.class,
                            Map.of("getDependencyClosure", asked -> closure))));
    bundles.add(bundle);
    return bundle;
  }

  private AdapterUpgradePreviewCommand command(String argument) {
    AdapterUpgradePreviewCommand command = new AdapterUpgradePreviewCommand();
    command.bundle = argument;
    command.context =
        Fake.of(
            BundleContext.class,
            Map.of(
                "getBundles", arguments -> bundles.toArray(Bundle[]::new),
                "getBundle", arguments -> bundles.get(0)));
    return command;
  }

  @Test
  void anAdapterRestartsAlone() throws Exception {
    bundle("system", false);
    closure.add(bundle("org.example.pos", true));

    assertThat(new Printed().run(command("org.example.pos")))
        .last()
        .isEqualTo("1  | org.example.pos | 1.2.0   | adapter");
    assertThat(new Printed().run(command("1"))).hasSize(3);
  }

  @Test
  void whatWouldRestartTheCoreFails() {
    bundle("system", false);
    closure.add(bundle("org.gridtill.api.adapter", false));
    closure.add(bundle("org.example.pos", true));
    AdapterUpgradePreviewCommand command = command("org.gridtill.api.adapter");
    Printed printed = new Printed().by(command);

    assertThatThrownBy(command::execute)
        .hasMessageContaining("would restart 1 bundles that are no adapters");
    assertThat(printed.lines())
        .contains("1  | org.gridtill.api.adapter | 1.2.0   | not an adapter")
        .contains("2  | org.example.pos          | 1.2.0   | adapter");
  }

  @Test
  void aBundleThatIsNotThereIsNamed() {
    bundle("system", false);

    assertThatThrownBy(() -> command("nobody").execute()).hasMessage("there is no bundle nobody");
  }
}
