package org.gridtill.gates;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Dictionary;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.gridtill.api.platform.gates.AdapterShare;
import org.gridtill.api.platform.gates.AdapterShares;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.cm.ConfigurationEvent;
import org.osgi.service.cm.SynchronousConfigurationListener;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The shares, read from their configurations. It listens to changes of these instead of being
 * configured by them: gates ask it for each call, and nobody is restarted when a share changes.
 */
@Component(service = {AdapterShares.class, SynchronousConfigurationListener.class})
public final class SharesComponent implements AdapterShares, SynchronousConfigurationListener {

  private static final Logger LOG = LoggerFactory.getLogger(SharesComponent.class);
  private static final String ALL = "(service.factoryPid=" + ShareFile.PID + ')';

  private final ConfigurationAdmin configurations;
  private final Path folder;
  private volatile Map<String, AdapterShare> shares = Map.of();

  /** Reads what there is, before any gate opens. */
  @Activate
  public SharesComponent(BundleContext context, @Reference ConfigurationAdmin configurations) {
    this(configurations, Path.of(context.getProperty("karaf.etc")));
  }

  SharesComponent(ConfigurationAdmin configurations, Path folder) {
    this.configurations = configurations;
    this.folder = folder;
    read("");
  }

  @Override
  public void configurationEvent(ConfigurationEvent event) {
    if (ShareFile.PID.equals(event.getFactoryPid())) {
      read(event.getType() == ConfigurationEvent.CM_DELETED ? event.getPid() : "");
    }
  }

  /** Reads all anew; of two for the same adapter, the one whose PID is the last counts. */
  private synchronized void read(String deletedPid) {
    Map<String, AdapterShare> found = new TreeMap<>();
    for (Configuration each : configurations()) {
      Dictionary<String, Object> properties = each.getProperties();
      if (properties != null && !each.getPid().equals(deletedPid)) {
        try {
          AdapterShare share = ShareFile.read(properties);
          found.put(share.adapter(), share);
        } catch (IllegalArgumentException e) {
          LOG.error("No share by configuration {}: {}", each.getPid(), e.getMessage());
        }
      }
    }
    if (!found.equals(shares)) {
      shares = found;
      LOG.info("Shares of adapters: {}", found.isEmpty() ? "none" : found.values());
    }
  }

  private List<Configuration> configurations() {
    try {
      Configuration[] found = configurations.listConfigurations(ALL);
      return found == null
          ? List.of()
          : Arrays.stream(found)
              .sorted((one, other) -> one.getPid().compareTo(other.getPid()))
              .toList();
    } catch (IOException | InvalidSyntaxException e) {
      throw new IllegalStateException("the configurations of shares cannot be read", e);
    }
  }

  @Override
  public List<AdapterShare> shares() {
    return List.copyOf(shares.values());
  }

  @Override
  public Optional<AdapterShare> of(String adapter) {
    return Optional.ofNullable(shares.get(adapter));
  }

  @Override
  public void give(AdapterShare share, String person) throws IOException {
    Configuration kept = configurationsOf(share.adapter()).stream().findFirst().orElse(null);
    if (kept == null) {
      kept = configurations.getFactoryConfiguration(ShareFile.PID, share.adapter(), "?");
    }
    kept.update(file(share.adapter()).write(share));
    LOG.info("{} gives {}", person, share);
  }

  @Override
  public boolean end(String adapter, String person) throws IOException {
    List<Configuration> kept = configurationsOf(adapter);
    if (kept.isEmpty()) {
      return false;
    }
    file(adapter).delete();
    for (Configuration each : kept) {
      each.delete();
    }
    LOG.info("{} ends the share of adapter {}", person, adapter);
    return true;
  }

  private List<Configuration> configurationsOf(String adapter) {
    return configurations().stream()
        .filter(each -> each.getProperties() != null)
        .filter(each -> adapter.equals(each.getProperties().get("adapter")))
        .toList();
  }

  private ShareFile file(String adapter) {
    return new ShareFile(folder, adapter);
  }
}
