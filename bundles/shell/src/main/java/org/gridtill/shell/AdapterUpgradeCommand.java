package org.gridtill.shell;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.karaf.features.FeaturesService;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridtill.api.platform.deploy.DeployFolder;
import org.gridtill.api.platform.deploy.DeployOutcome;
import org.gridtill.api.platform.deploy.Deployment;
import org.gridtill.api.platform.gates.Gates;
import org.osgi.framework.BundleContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Upgrades an adapter, by a jar or a feature, if nothing but adapters restarts. */
@Service
@Command(
    scope = "gridtill",
    name = "adapter-upgrade",
    description =
        "Shows which bundles an adapter's jar or a feature would restart, refuses if others than"
            + " adapters would, and otherwise puts it in place and tells what came of it")
public class AdapterUpgradeCommand extends RuledCommand {

  private static final Logger LOG = LoggerFactory.getLogger(AdapterUpgradeCommand.class);

  @Option(
      name = "--feature",
      description = "A feature, as NAME or NAME/VERSION, in place of other versions of it")
  String featureId;

  @Argument(name = "jar", description = "The path of a jar on the platform's machine")
  String jar;

  @Reference BundleContext context;

  @Reference(optional = true)
  DeployFolder folder;

  @Reference(optional = true)
  FeaturesService features;

  @Reference(optional = true)
  Gates gates;

  @Override
  void runByRules() throws Exception {
    if ((jar == null) == (featureId == null)) {
      throw new IllegalArgumentException("name either a jar or a --feature");
    }
    String person = Person.loggedIn();
    present(folder, "the deployer");
    DeployOutcome outcome;
    try {
      outcome = featureId == null ? upgradeJar(person) : upgradeFeature(person);
    } catch (IOException e) {
      throw failure("nothing was done, since a file cannot be read or written: " + e);
    }
    if (!outcome.good()) {
      throw failure(outcome.words());
    }
    out.println(outcome.words());
  }

  private DeployOutcome upgradeJar(String person) throws Exception {
    Deployment deployment = folder.examine(Path.of(jar));
    Restarts restarts =
        new Restarts(new UpgradePreview(context).restartedWithout(deployment.goes()));
    out.println("new: " + deployment + " as deploy/" + deployment.file());
    restarts.print(out);
    requireAdaptersOnly(restarts);
    LOG.info("{} upgrades to {} by {}", person, deployment, jar);
    return folder.put(deployment);
  }

  private DeployOutcome upgradeFeature(String person) throws Exception {
    FeaturesService karaf = present(features, "Karaf's features");
    FeaturePreview preview = new FeaturePreview(context, karaf);
    FeaturePreview.Change change = preview.of(featureId);
    change.print(out);
    requireAdaptersOnly(change.restarts());
    FeatureUpgrade upgrade =
        new FeatureUpgrade(context, karaf, folder, present(gates, "the gates"));
    upgrade.check(change);
    if (!preview.of(change.feature()).isLike(change)) {
      throw new IllegalStateException(
          "what would restart has changed since it was shown; nothing was done");
    }
    LOG.info("{} upgrades to feature {}", person, change.feature().getId());
    return upgrade.perform(change);
  }

  private static void requireAdaptersOnly(Restarts restarts) {
    if (restarts.others() > 0) {
      throw new IllegalStateException(
          "nothing was done, since it would restart "
              + restarts.others()
              + " bundles that are no adapters");
    }
  }
}
