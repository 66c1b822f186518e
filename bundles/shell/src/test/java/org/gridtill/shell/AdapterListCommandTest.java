package org.gridtill.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import org.gridtill.api.adapter.billing.BillingSystem;
import org.gridtill.api.adapter.notification.NotificationChannel;
import org.gridtill.api.adapter.terminal.TerminalAdapter;
import org.gridtill.api.platform.gates.AdapterInfo;
import org.gridtill.api.platform.gates.GateStatus;
import org.gridtill.api.platform.gates.GateStatus.Circuit;
import org.gridtill.api.platform.gates.GateStatus.State;
import org.gridtill.api.platform.gates.Gates;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.Version;
import org.osgi.framework.dto.BundleDTO;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;
import org.osgi.service.component.runtime.dto.ReferenceDTO;
import org.osgi.service.component.runtime.dto.UnsatisfiedReferenceDTO;

class AdapterListCommandTest {

  private final List<Bundle> bundles = new ArrayList<>();
  private final List<ServiceReference<?>> services = new ArrayList<>();
  private final List<ComponentDescriptionDTO> components = new ArrayList<>();
  private final List<ComponentConfigurationDTO> configurations = new ArrayList<>();

  private boolean broken;

  private AdapterListCommand command() {
    AdapterListCommand command = new AdapterListCommand();
    command.context =
        Fake.of(
            BundleContext.class,
            Map.of(
                "getAllServiceReferences",
                    arguments ->
                        services.isEmpty() ? null : services.toArray(ServiceReference<?>[]::new),
                "getService", arguments -> broken ? null : "a service",
                "ungetService", arguments -> true,
                "getBundles", arguments -> bundles.toArray(Bundle[]::new),
                "getBundle",
                    arguments ->
                        bundles.stream()
                            .filter(bundle -> arguments[0].equals(bundle.getBundleId()))
                            .findFirst()
                            .orElse(null)));
    command.components =
        Fake.of(
            ServiceComponentRuntime.class,
            Map.of(
                "getComponentDescriptionDTOs", arguments -> components,
                "getComponentConfigurationDTOs", arguments -> configurations));
    return command;
  }

  private Bundle bundle(String name, int state, String capabilities) {
    long id = bundles.size() + 1L;
    Dictionary<String, String> headers = new Hashtable<>(Map.of("Bundle-Vendor", "Acme"));
    if (capabilities != null) {
      headers.put("Provide-Capability", capabilities);
    }
    Bundle bundle =
        Fake.of(
            Bundle.class,
            Map.of(
                "getBundleId", arguments -> id,
                "getSymbolicName", arguments -> name,
                "getVersion", arguments -> new Version(1, 2, 0),
                "getState", arguments -> state,
                "getHeaders", arguments -> headers));
    bundles.add(bundle);
    return bundle;
  }

  private static Map<String, Object> properties(String adapter) {
    return Map.of("gridtill.adapter", adapter, "gridtill.vendor", "Acme");
  }

  private void service(Bundle bundle, String adapter, Class<?> type) {
    Map<String, Object> properties = properties(adapter);
    services.add(
        Fake.of(
            ServiceReference.class,
            Map.of(
                "getBundle", arguments -> bundle,
                "getProperty",
                    arguments ->
                        arguments[0].equals("component.name")
                            ? "component"
                            : arguments[0].equals("objectClass")
                                ? new String[] {"other.Type", type.getName()}
                                : properties.get(arguments[0]))));
  }

  private ComponentDescriptionDTO component(Bundle bundle, String adapter) {
    ComponentDescriptionDTO component = new ComponentDescriptionDTO();
    component.name = "component";
    component.bundle = new BundleDTO();
    component.bundle.id = bundle.getBundleId();
    component.properties = properties(adapter);
    component.serviceInterfaces = new String[] {BillingSystem.class.getName()};
    component.configurationPid = new String[] {"org.example." + adapter};
    component.configurationPolicy = "optional";
    ReferenceDTO reference = new ReferenceDTO();
    reference.name = "port";
    reference.interfaceName = "org.example.Port";
    component.references = new ReferenceDTO[] {reference};
    components.add(component);
    return component;
  }

  @Test
  void aReadyAdapterIsListedOnceWithItsBundle() throws Exception {
    Bundle bundle = bundle("org.example.pos", Bundle.ACTIVE, TerminalAdapter.class.getName());
    service(bundle, "pos", TerminalAdapter.class);
    component(bundle, "pos");
    List<String> lines = new Printed().run(command());
    assertThat(lines).hasSize(3);
    assertThat(lines.get(2))
        .isEqualTo(
            "pos     | terminal | Acme   | org.example.pos | 1.2.0   | Active       | -    | -     | -     | -       | ready");
  }

  @Test
  void anAdapterThatFailsWhenAskedForSaysWhy() throws Exception {
    Bundle bundle = bundle("org.example.sg186", Bundle.ACTIVE, null);
    service(bundle, "sg186", BillingSystem.class);
    component(bundle, "sg186");
    ComponentConfigurationDTO failed = new ComponentConfigurationDTO();
    failed.state = ComponentConfigurationDTO.FAILED_ACTIVATION;
    failed.failure =
        "java.lang.reflect.InvocationTargetException\n\tat org.example.Trace\n"
            + "Caused by: java.lang.IllegalArgumentException: org.example.sg186: url is no URL\n"
            + "\t... 9 more\n";
    configurations.add(failed);
    broken = true;
    assertThat(new Printed().run(command()))
        .last()
        .asString()
        .endsWith("| failed: org.example.sg186: url is no URL");
  }

  @Test
  void nothingAtAllIsSaid() throws Exception {
    bundle("org.example.other", Bundle.ACTIVE, null);
    assertThat(new Printed().run(command())).contains("no adapters");
  }

  @ParameterizedTest
  @CsvSource({
    "1, waiting for configuration org.example.sg186",
    "2, waiting for service org.example.Port",
    "16, failed: no address",
    "4, starting",
  })
  void anAdapterThatWaitsSaysWhatFor(int state, String reason) throws Exception {
    component(bundle("org.example.sg186", Bundle.ACTIVE, null), "sg186");
    ComponentConfigurationDTO configuration = new ComponentConfigurationDTO();
    configuration.state = state;
    configuration.failure = "no address\n\tat org.example.Trace";
    UnsatisfiedReferenceDTO reference = new UnsatisfiedReferenceDTO();
    reference.name = "port";
    configuration.unsatisfiedReferences = new UnsatisfiedReferenceDTO[] {reference};
    configurations.add(configuration);
    assertThat(new Printed().run(command()))
        .last()
        .asString()
        .startsWith("sg186   | billing |")
        .endsWith("| " + reason);
  }

  @Test
  void aMissingConfigurationIsNamed() throws Exception {
    component(bundle("org.example.sms", Bundle.ACTIVE, null), "sms").configurationPolicy =
        "require";
    assertThat(new Printed().run(command()))
        .last()
        .asString()
        .endsWith("waiting for configuration org.example.sms");
  }

  @Test
  void aBundleThatNeverStartedIsFoundByItsPromise() throws Exception {
    bundle(
        "org.example.sms",
        Bundle.INSTALLED,
        "osgi.service;objectClass:List<String>=\"" + NotificationChannel.class.getName() + "\"");
    assertThat(new Printed().run(command()))
        .last()
        .isEqualTo(
            "?       | notification | Acme   | org.example.sms | 1.2.0   | Installed    | -    |"
                + " -     | -     | -       | its bundle is not started");
  }

  @Test
  void whyABundleDoesNotStartIsTold() throws Exception {
    bundle(
        "org.example.sms",
        Bundle.INSTALLED,
        "osgi.service;objectClass:List<String>=\"" + NotificationChannel.class.getName() + "\"");
    AdapterListCommand command = command();
    command.gates =
        Fake.of(
            Gates.class,
            Map.of(
                "status", arguments -> List.of(),
                "diagnosis", arguments -> "missing package org.example.codec"));
    assertThat(new Printed().run(command))
        .last()
        .asString()
        .endsWith("missing package org.example.codec");
  }

  @Test
  void howAnAdapterDoesIsToldTruthfully() throws Exception {
    Bundle bundle = bundle("org.example.pos", Bundle.ACTIVE, TerminalAdapter.class.getName());
    service(bundle, "pos", TerminalAdapter.class);
    AdapterListCommand command = command();
    AdapterInfo info =
        new AdapterInfo("pos", "Acme", "org.example.pos", bundle.getBundleId(), "1.2.0", Map.of());
    GateStatus one =
        new GateStatus(
            "a", info, State.SERVING, "", 12, 3, 1, 0, Circuit.OPEN, "decode: gave no answer");
    GateStatus other = new GateStatus("b", info, State.STANDBY, 2, 0, 0, Circuit.CLOSED, "");
    GateStatus absent = new GateStatus("c", null, State.ABSENT, 0, 0, 0, Circuit.CLOSED, "");
    command.gates = Fake.of(Gates.class, Map.of("status", a -> List.of(one, other, absent)));

    assertThat(new Printed().run(command))
        .last()
        .asString()
        .endsWith("| 12   | 5     | 1     | open    | ready; decode: gave no answer");
  }

  @Test
  void whoServesWhichTerminalsIsTold() throws Exception {
    Bundle bundle = bundle("org.example.pos", Bundle.ACTIVE, TerminalAdapter.class.getName());
    service(bundle, "pos", TerminalAdapter.class);
    AdapterListCommand command = command();
    AdapterInfo info =
        new AdapterInfo("pos", "Acme", "org.example.pos", bundle.getBundleId(), "1.2.0", Map.of());
    GateStatus status =
        new GateStatus(
            "a", info, State.SERVING, "10 % of the terminals", 42, 1, 0, 0, Circuit.CLOSED, "");
    command.gates = Fake.of(Gates.class, Map.of("status", a -> List.of(status)));

    assertThat(new Printed().run(command))
        .last()
        .asString()
        .endsWith("| 42   | 1     | 0     | closed  | ready; serves 10 % of the terminals");
  }

  @Test
  void anAdapterThatIsNotFitSaysWhy() throws Exception {
    Bundle bundle = bundle("org.example.pos", Bundle.ACTIVE, TerminalAdapter.class.getName());
    service(bundle, "pos", TerminalAdapter.class);
    AdapterListCommand command = command();
    AdapterInfo info =
        new AdapterInfo("pos", "Acme", "org.example.pos", bundle.getBundleId(), "1.2.0", Map.of());
    GateStatus status =
        new GateStatus("a", info, State.REFUSED, 0, 0, 0, Circuit.CLOSED, "the table is missing");
    command.gates = Fake.of(Gates.class, Map.of("status", a -> List.of(status)));

    assertThat(new Printed().run(command))
        .last()
        .asString()
        .endsWith("| not fit; the table is missing");
  }
}
