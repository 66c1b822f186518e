package org.gridtill.gates;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.gridtill.api.platform.gates.AdapterShare;
import org.gridtill.api.platform.gates.GateStatus;
import org.gridtill.api.platform.gates.Route;

/**
 * Who of the adapters that are there gets which calls: the best of those that are fit, or two of
 * them, if a version has a share.
 *
 * @param share the one that has a share, null for nobody; then the rest gets all
 * @param rest the one that gets all other calls, null for nobody
 * @param given what the share is, null if there is none or it has no effect
 */
record Choice<S>(Tenant<S> share, Tenant<S> rest, AdapterShare given) {

  static <K extends Comparable<? super K>, S> Choice<S> of(
      Map<K, Tenant<S>> present, Optional<AdapterShare> given) {
    if (given.isEmpty()) {
      return new Choice<>(null, best(present, tenant -> true), null);
    }
    String version = given.get().version();
    Tenant<S> share = best(present, tenant -> tenant.info().version().equals(version));
    Tenant<S> rest = best(present, tenant -> !tenant.info().version().equals(version));
    if (share == null || rest == null) {
      // Whoever is there serves all.
      return new Choice<>(null, share == null ? rest : share, null);
    }
    return new Choice<>(share, rest, given.get());
  }

  private static <K extends Comparable<? super K>, S> Tenant<S> best(
      Map<K, Tenant<S>> present, Predicate<Tenant<S>> wanted) {
    return present.entrySet().stream()
        .filter(entry -> !entry.getValue().isRefused() && wanted.test(entry.getValue()))
        .max(Map.Entry.comparingByKey(Comparator.naturalOrder()))
        .map(Map.Entry::getValue)
        .orElse(null);
  }

  boolean isNobody() {
    return rest == null;
  }

  List<Tenant<S>> serving() {
    List<Tenant<S>> serving = new ArrayList<>();
    if (share != null) {
      serving.add(share);
    }
    if (rest != null) {
      serving.add(rest);
    }
    return serving;
  }

  /**
   * Returns who gets a call; null for nobody.
   *
   * @param present all that are there, of which one that stands by may be called by its name
   */
  Tenant<S> of(Route route, Collection<Tenant<S>> present) {
    if (route.through() != null) {
      for (Tenant<S> tenant : present) {
        if (!tenant.isRefused() && tenant.info().equals(route.through())) {
          return tenant;
        }
      }
    }
    return share != null && given.serves(route.terminalCode()) ? share : rest;
  }

  /** Returns how they do. */
  List<GateStatus> statuses(Collection<Tenant<S>> tenants, int waiting) {
    return tenants.stream().map(tenant -> status(tenant, waiting)).toList();
  }

  /** The same, and that the gate of that user has nobody, and why. */
  List<GateStatus> statuses(
      Collection<Tenant<S>> tenants, int waiting, String user, String trouble) {
    List<GateStatus> all = new ArrayList<>(statuses(tenants, waiting));
    GateStatus.Circuit none = GateStatus.Circuit.CLOSED;
    all.add(new GateStatus(user, null, GateStatus.State.ABSENT, 0, 0, waiting, none, trouble));
    return all;
  }

  private GateStatus status(Tenant<S> tenant, int waiting) {
    String part = "";
    if (tenant == share) {
      part = given.part();
    } else if (share != null && tenant == rest) {
      part = "the others";
    }
    return tenant.status(serving().contains(tenant), part, waiting);
  }
}
