package org.gridtill.vault;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.aries.jpa.template.JpaTemplate;
import org.gridtill.api.platform.time.PlatformClock;
import org.gridtill.api.platform.vault.AuthorityKeys;
import org.gridtill.api.platform.vault.CardKeys;
import org.gridtill.api.platform.vault.KeyCeremony;
import org.gridtill.api.platform.vault.KeyVault;
import org.gridtill.api.platform.vault.VaultControl;
import org.gridtill.api.platform.vault.VaultStatus;
import org.gridtill.vault.Passwords.Source;
import org.osgi.annotation.bundle.Capability;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens the vault, at once or when somebody has typed its password, and offers its services from
 * then on.
 */
@Component(
    configurationPid = VaultConfiguration.PID,
    configurationPolicy = ConfigurationPolicy.REQUIRE,
    immediate = true)
@Designate(ocd = VaultConfiguration.class)
@Capability(
    namespace = "osgi.service",
    attribute =
        "objectClass:List<String>=\"org.gridtill.api.platform.vault.KeyVault,org.gridtill.api.platform.vault.KeyCeremony,org.gridtill.api.platform.vault.CardKeys,org.gridtill.api.platform.vault.AuthorityKeys\"",
    uses = {KeyVault.class, KeyCeremony.class, CardKeys.class, AuthorityKeys.class})
public final class VaultComponent implements VaultControl {

  private static final Logger LOG = LoggerFactory.getLogger(VaultComponent.class);
  private static final int LEAST_PASSWORD = 12;

  private final BundleContext context;
  private final VaultTables tables;
  private final PlatformClock clock;
  private final VaultSettings settings;
  private final SecureRandom random = new SecureRandom();
  private final Sealer sealer = new Sealer(random);
  private final Passwords passwords;
  private final MasterKeysOpener opener;
  private final List<ServiceRegistration<?>> registrations = new ArrayList<>();
  private OpenVault open;

  /** Opens the vault unless its password is typed; refuses master keys that do not fit. */
  @Activate
  public VaultComponent(
      BundleContext context,
      @Reference(target = "(osgi.unit.name=gridtill)") JpaTemplate jpa,
      @Reference PlatformClock clock,
      VaultConfiguration configuration) {
    this.context = context;
    this.clock = clock;
    this.tables = VaultTables.in(jpa);
    this.settings = VaultSettings.of(configuration);
    this.passwords = new Passwords(settings, sealer, random, System::getenv);
    this.opener = new MasterKeysOpener(settings, tables, sealer, random);
    opener.requireNotLost();
    if (settings.passwordFrom() == Source.PROMPT) {
      LOG.warn("The vault waits for its password; an admin types it with vault-open");
    } else {
      open(passwords.read(opener.fresh()));
    }
  }

  /** Takes the services back. */
  @Deactivate
  public synchronized void close() {
    registrations.forEach(ServiceRegistration::unregister);
    registrations.clear();
    open = null;
  }

  @Override
  public synchronized void open(char[] password) {
    if (open != null) {
      throw new IllegalStateException("the vault is open");
    }
    if (opener.fresh() && password.length < LEAST_PASSWORD) {
      throw new IllegalArgumentException(
          "a new key store's password has at least " + LEAST_PASSWORD + " characters");
    }
    open(passwords.typed(password));
  }

  private synchronized void open(Sealed password) {
    MasterKeys masterKeys = opener.open(password);
    open = new OpenVault(settings, masterKeys, tables, sealer, clock, random, System::nanoTime);
    registrations.add(context.registerService(KeyVault.class, open.vault(), null));
    registrations.add(context.registerService(KeyCeremony.class, open.ceremony(), null));
    registrations.add(context.registerService(CardKeys.class, open.cards(), null));
    registrations.add(context.registerService(AuthorityKeys.class, open.authority(), null));
  }

  @Override
  public VaultStatus status() {
    OpenVault now = current();
    return now != null ? now.status() : closed();
  }

  @Override
  public long rotate(String person) {
    return requireOpen().rewrapper().rotate(person);
  }

  @Override
  public int retire(String person) {
    return requireOpen().rewrapper().retire(person);
  }

  private OpenVault requireOpen() {
    OpenVault now = current();
    if (now == null) {
      throw new IllegalStateException("the vault is not open; vault-open opens it");
    }
    return now;
  }

  private synchronized OpenVault current() {
    return open;
  }

  private VaultStatus closed() {
    return new VaultStatus(
        opener.fresh() ? VaultStatus.State.NEW : VaultStatus.State.LOCKED,
        "",
        "",
        Map.of(),
        Map.of(),
        Set.copyOf(settings.legacySuites()),
        settings.testKeys(),
        0);
  }
}
