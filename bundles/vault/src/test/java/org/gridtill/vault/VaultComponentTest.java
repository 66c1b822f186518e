package org.gridtill.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.annotation.Annotation;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gridtill.api.platform.vault.CardKeys;
import org.gridtill.api.platform.vault.KeyCeremony;
import org.gridtill.api.platform.vault.KeyVault;
import org.gridtill.api.platform.vault.VaultStatus.State;
import org.gridtill.store.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;

/** A vault whose password is typed. */
class VaultComponentTest {

  private static final String PASSWORD = "correct horse";

  @TempDir private Path directory;
  private final TestDatabase database = new TestDatabase();
  private final List<Object> services = new ArrayList<>();

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void offersNothingUntilItsPasswordIsTyped() {
    VaultComponent component = start();
    assertThat(services).isEmpty();
    assertThat(component.status().state()).isEqualTo(State.NEW);
    assertThatThrownBy(() -> component.rotate("alice")).hasMessageContaining("vault-open");
    assertThatThrownBy(() -> component.open("short".toCharArray()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("at least 12");

    component.open(PASSWORD.toCharArray());

    assertThat(services)
        .hasSize(4)
        .hasAtLeastOneElementOfType(CardKeys.class)
        .hasAtLeastOneElementOfType(KeyVault.class)
        .hasAtLeastOneElementOfType(KeyCeremony.class);
    assertThat(component.status().state()).isEqualTo(State.OPEN);
    assertThatThrownBy(() -> component.open(PASSWORD.toCharArray()))
        .isInstanceOf(IllegalStateException.class);
    component.close();
    assertThat(services).isEmpty();
  }

  @Test
  void staysLockedWithAWrongPassword() {
    VaultComponent first = start();
    first.open(PASSWORD.toCharArray());
    String masterKey = first.status().masterKey();
    first.close();
    VaultComponent component = start();
    assertThat(component.status().state()).isEqualTo(State.LOCKED);

    assertThatThrownBy(() -> component.open("wrong-secret-0815".toCharArray()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("cannot be opened with its password")
        .hasMessageNotContaining("0815");

    assertThat(services).isEmpty();
    component.open(PASSWORD.toCharArray());
    assertThat(component.status().masterKey()).isEqualTo(masterKey);
  }

  private VaultComponent start() {
    return new VaultComponent(context(), database.jpa(), null, new Prompt(directory));
  }

  private BundleContext context() {
    return (BundleContext)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {BundleContext.class},
            (proxy, method, arguments) -> {
              assertThat(method.getName()).isEqualTo("registerService");
              Object service = arguments[1];
              services.add(service);
              return registration(service);
            });
  }

  private ServiceRegistration<?> registration(Object service) {
    return (ServiceRegistration<?>)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {ServiceRegistration.class},
            (proxy, method, arguments) -> {
              assertThat(method.getName()).isEqualTo("unregister");
              services.remove(service);
              return null;
            });
  }

  @SuppressWarnings("ClassExplicitlyAnnotation")
  private record Prompt(Path directory) implements VaultConfiguration {

    @Override
    public String masterKeys() {
      return "keystore";
    }

    @Override
    public String keystoreFile() {
      return directory.resolve("vault.bcfks").toString();
    }

    @Override
    public String pkcs11Library() {
      return null;
    }

    @Override
    public int pkcs11SlotIndex() {
      return 0;
    }

    @Override
    public String passwordFrom() {
      return "prompt";
    }

    @Override
    public String passwordFile() {
      return null;
    }

    @Override
    public boolean createIfMissing() {
      return false;
    }

    @Override
    public String legacySuites() {
      return "";
    }

    @Override
    public boolean testKeys() {
      return false;
    }

    @Override
    public int previousKeySeconds() {
      return 120;
    }

    @Override
    public int cacheSeconds() {
      return 60;
    }

    @Override
    public int cachedTerminals() {
      return 10;
    }

    @Override
    public Class<? extends Annotation> annotationType() {
      return VaultConfiguration.class;
    }
  }
}
