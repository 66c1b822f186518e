package org.gridtill.shell;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gridtill.api.adapter.GridTillAdapter;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;

/**
 * Finds adapters in three places: among the services (those are ready, or fail when they are asked
 * for), among the components that declare to be one (those wait for something), and among the
 * bundles that promise one and have not even started.
 */
final class AdapterInventory {

  private final BundleContext context;
  private final ServiceComponentRuntime components;

  /** Makes one; without the runtime of components, only ready adapters and bundles are found. */
  AdapterInventory(BundleContext context, ServiceComponentRuntime components) {
    this.context = context;
    this.components = components;
  }

  List<AdapterRow> adapters() {
    Set<Long> seen = new HashSet<>();
    List<AdapterRow> rows = new ArrayList<>();
    for (ServiceReference<?> service : services()) {
      seen.add(service.getBundle().getBundleId());
      rows.add(offered(service));
    }
    Set<Long> ready = Set.copyOf(seen);
    for (ComponentDescriptionDTO component : declared()) {
      if (!ready.contains(component.bundle.id)) {
        seen.add(component.bundle.id);
        rows.add(waiting(component));
      }
    }
    Arrays.stream(context.getBundles())
        .filter(bundle -> !seen.contains(bundle.getBundleId()))
        .flatMap(bundle -> promised(bundle).stream())
        .forEach(rows::add);
    rows.sort(Comparator.comparing(AdapterRow::name).thenComparing(AdapterRow::bundle));
    return rows;
  }

  private List<ServiceReference<?>> services() {
    try {
      ServiceReference<?>[] found =
          context.getAllServiceReferences(null, "(" + GridTillAdapter.ADAPTER + "=*)");
      return found == null ? List.of() : List.of(found);
    } catch (InvalidSyntaxException e) {
      throw new IllegalStateException("the filter is a constant", e);
    }
  }

  private AdapterRow offered(ServiceReference<?> service) {
    String[] types = (String[]) service.getProperty(Constants.OBJECTCLASS);
    return row(
        Show.orDash(service.getProperty(GridTillAdapter.ADAPTER)),
        Show.orDash(AdapterKind.of(types).orElse(null)),
        Show.orDash(service.getProperty(GridTillAdapter.VENDOR)),
        service.getBundle(),
        isThere(service) ? AdapterRow.READY : whyNot(service));
  }

  /** Asks for the service, since a component starts, or fails to, only when it is asked for. */
  private boolean isThere(ServiceReference<?> service) {
    boolean there = context.getService(service) != null;
    if (there) {
      context.ungetService(service);
    }
    return there;
  }

  private String whyNot(ServiceReference<?> service) {
    return declared().stream()
        .filter(component -> component.bundle.id == service.getBundle().getBundleId())
        .filter(component -> component.name.equals(service.getProperty("component.name")))
        .map(this::trouble)
        .findFirst()
        .orElse("failed; see the log");
  }

  private List<ComponentDescriptionDTO> declared() {
    return components == null
        ? List.of()
        : components.getComponentDescriptionDTOs().stream()
            .filter(component -> component.properties.containsKey(GridTillAdapter.ADAPTER))
            .toList();
  }

  private AdapterRow waiting(ComponentDescriptionDTO component) {
    Map<String, Object> properties = component.properties;
    return row(
        Show.orDash(properties.get(GridTillAdapter.ADAPTER)),
        Show.orDash(AdapterKind.of(component.serviceInterfaces).orElse(null)),
        Show.orDash(properties.get(GridTillAdapter.VENDOR)),
        context.getBundle(component.bundle.id),
        trouble(component));
  }

  private String trouble(ComponentDescriptionDTO component) {
    return ComponentTrouble.of(component, components.getComponentConfigurationDTOs(component));
  }

  private static List<AdapterRow> promised(Bundle bundle) {
    return AdapterKind.promisedBy(bundle.getHeaders().get(Constants.PROVIDE_CAPABILITY))
        .map(
            kind ->
                row(
                    AdapterRow.UNKNOWN,
                    kind.toString(),
                    Show.orDash(bundle.getHeaders().get(Constants.BUNDLE_VENDOR)),
                    bundle,
                    AdapterRow.NOT_STARTED))
        .stream()
        .toList();
  }

  private static AdapterRow row(
      String name, String kind, String vendor, Bundle bundle, String state) {
    return new AdapterRow(
        name,
        kind,
        vendor,
        bundle.getSymbolicName(),
        bundle.getVersion().toString(),
        BundleStates.name(bundle.getState()),
        state,
        bundle.getBundleId());
  }
}
