package org.gridtill.people;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.security.auth.login.AppConfigurationEntry;
import javax.security.auth.login.AppConfigurationEntry.LoginModuleControlFlag;
import org.apache.karaf.jaas.boot.ProxyLoginModule;
import org.apache.karaf.jaas.config.JaasRealm;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The realm in which people log in, to the shell and everything else. It takes the place of Karaf's
 * own, whose users come from a file, as long as the database answers; otherwise that file is asked,
 * so that somebody can get in who repairs it.
 */
@Component(service = JaasRealm.class, property = "gridtill.realm=people")
public class PeopleRealm implements JaasRealm {

  static final String NAME = "karaf";

  private static final Logger LOG = LoggerFactory.getLogger(PeopleRealm.class);
  private static final int RANK = 100;
  private static final long PATIENCE_SECONDS = 10;

  private final JpaPeople people;
  private final BundleContext context;
  private final List<JaasRealm> realms = new CopyOnWriteArrayList<>();
  private final ExecutorService asker = Executors.newCachedThreadPool(PeopleRealm::thread);

  /** Made by Declarative Services. */
  @Activate
  public PeopleRealm(@Reference JpaPeople people, BundleContext context) {
    this.people = people;
    this.context = context;
  }

  private static Thread thread(Runnable task) {
    Thread thread = new Thread(task, "gridtill-people-asked");
    thread.setDaemon(true);
    return thread;
  }

  /** Takes another realm. */
  @Reference(
      target = "(!(gridtill.realm=people))",
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      unbind = "unbind")
  void bind(JaasRealm realm) {
    realms.add(realm);
  }

  void unbind(JaasRealm realm) {
    realms.remove(realm);
  }

  @Override
  public String getName() {
    return NAME;
  }

  @Override
  public int getRank() {
    return RANK;
  }

  /** Asked at each login. */
  @Override
  public AppConfigurationEntry[] getEntries() {
    if (!answers()) {
      LOG.warn("People cannot be asked for; users of etc/users.properties may log in");
      return fileUsers();
    }
    List<AppConfigurationEntry> entries = new ArrayList<>();
    entries.add(entry());
    if (people.settings().fileUsersAlways()) {
      entries.addAll(Arrays.asList(fileUsers()));
    }
    return entries.toArray(AppConfigurationEntry[]::new);
  }

  private AppConfigurationEntry entry() {
    boolean alone = !people.settings().fileUsersAlways();
    Map<String, Object> options = new HashMap<>();
    options.put(ProxyLoginModule.PROPERTY_MODULE, PeopleLoginModule.class.getName());
    options.put(ProxyLoginModule.PROPERTY_BUNDLE, Long.toString(context.getBundle().getBundleId()));
    options.put(PeopleLoginModule.LOGINS, people.logins());
    options.put(PeopleLoginModule.UNKNOWN, alone);
    return new AppConfigurationEntry(
        ProxyLoginModule.class.getName(),
        alone ? LoginModuleControlFlag.REQUIRED : LoginModuleControlFlag.SUFFICIENT,
        options);
  }

  private AppConfigurationEntry[] fileUsers() {
    return realms.stream()
        .filter(realm -> NAME.equals(realm.getName()))
        .max(Comparator.comparingInt(JaasRealm::getRank))
        .map(JaasRealm::getEntries)
        .orElseGet(() -> new AppConfigurationEntry[0]);
  }

  /** A database that hangs is away, too. */
  private boolean answers() {
    Future<?> answer = asker.submit(() -> people.find(FirstPerson.NAME));
    try {
      answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      return true;
    } catch (ExecutionException | TimeoutException e) {
      LOG.warn("People cannot be asked for", e);
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      answer.cancel(true);
    }
  }

  @Deactivate
  void stop() {
    asker.shutdownNow();
  }
}
