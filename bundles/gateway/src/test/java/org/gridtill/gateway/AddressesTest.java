package org.gridtill.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gridtill.gateway.Fault.ADDRESS_CONNECTION_LIMIT;
import static org.gridtill.gateway.Fault.ADDRESS_CONNECTION_RATE;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.gridtill.gateway.Addresses.Arrival;
import org.gridtill.gateway.Addresses.Visitor;
import org.junit.jupiter.api.Test;

class AddressesTest {

  private static final long SECOND = 1_000_000_000L;

  private long now;
  private final Addresses addresses =
      new Addresses(new AddressLimits(3, 1, 2, Set.of("192.0.2.9")), () -> now);

  @Test
  void anAddressHasSoManyConnectionsAndNoOtherFewer() throws Exception {
    assertThat(come("192.0.2.1", 5)).containsExactly(null, null, null, limit(), limit());
    assertThat(come("192.0.2.2", 3)).containsOnlyNulls();
  }

  @Test
  void whoComesAndGoesMayComeSoOftenASecond() throws Exception {
    assertThat(comeAndGo("192.0.2.1", 4)).containsExactly(null, null, null, rate());
    now += SECOND;
    assertThat(comeAndGo("192.0.2.1", 2)).containsExactly(null, rate());
    now += 100 * SECOND;
    assertThat(comeAndGo("192.0.2.1", 4)).containsExactly(null, null, null, rate());
  }

  @Test
  void framesOfAllItsConnectionsWaitForEachOther() throws Exception {
    Visitor one = addresses.arrive(address("192.0.2.1")).visitor();
    Visitor same = addresses.arrive(address("192.0.2.1")).visitor();
    Visitor other = addresses.arrive(address("192.0.2.2")).visitor();
    assertThat(List.of(one.frame(), same.frame(), one.frame(), same.frame()))
        .containsExactly(0L, 0L, SECOND / 2, SECOND);
    assertThat(other.frame()).isZero();
    now += 10 * SECOND;
    assertThat(one.frame()).isZero();
  }

  @Test
  void aNetworkOfIpv6IsOneAddress() throws Exception {
    assertThat(come("2001:db8::1", 2)).containsOnlyNulls();
    assertThat(come("2001:db8::ffff:1", 2)).containsExactly(null, limit());
    assertThat(come("2001:db8:0:1::1", 3)).containsOnlyNulls();
  }

  @Test
  void aProxyIsNotLimited() throws Exception {
    assertThat(come("192.0.2.9", 1_000)).containsOnlyNulls();
    Visitor proxy = addresses.arrive(address("192.0.2.9")).visitor();
    for (int i = 0; i < 1_000; i++) {
      assertThat(proxy.frame()).isZero();
    }
    proxy.leave();
    assertThat(addresses.size()).isZero();
  }

  @Test
  void manyAddressesDoNotFillTheMemoryAndPushNobodyOut() throws Exception {
    come("192.0.2.1", 3);
    comeAndGo("192.0.2.2", 4);
    for (int i = 0; i < 100_000; i++) {
      comeAndGo("10." + (i >> 16) + '.' + (i >> 8 & 255) + '.' + (i & 255), 1);
    }
    assertThat(addresses.size()).isEqualTo(Addresses.REMEMBERED + 1);
    assertThat(come("192.0.2.1", 1)).containsExactly(limit());
    assertThat(comeAndGo("192.0.2.2", 1)).as("forgotten").containsOnlyNulls();
  }

  @Test
  void whoIsRefusedAgainAndAgainTakesOnePlace() throws Exception {
    comeAndGo("192.0.2.1", 10_000);
    assertThat(addresses.size()).isOne();
  }

  @Test
  void anAddressThatIsNotKnownIsOneToo() throws Exception {
    for (int i = 0; i < 3; i++) {
      assertThat(addresses.arrive(null).refusal()).isNull();
    }
    assertThat(addresses.arrive(null).refusal()).isEqualTo(limit());
  }

  @Test
  void manyAtOnceAreCountedOnce() throws Exception {
    Addresses wide = new Addresses(new AddressLimits(8, 1_000_000, 1, Set.of()), System::nanoTime);
    ExecutorService threads = Executors.newFixedThreadPool(4);
    Callable<Void> comeAndGo =
        () -> {
          for (int i = 0; i < 2_000; i++) {
            Arrival arrival = wide.arrive(address("192.0.2.1"));
            if (arrival.visitor() != null) {
              arrival.visitor().leave();
            }
          }
          return null;
        };
    for (var each : threads.invokeAll(List.of(comeAndGo, comeAndGo, comeAndGo, comeAndGo))) {
      each.get();
    }
    threads.shutdown();
    assertThat(wide.size()).isOne();
    for (int i = 0; i < 8; i++) {
      assertThat(wide.arrive(address("192.0.2.1")).refusal()).isNotEqualTo(limit());
    }
  }

  private List<Fault> come(String address, int times) throws Exception {
    List<Fault> refusals = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      refusals.add(addresses.arrive(address(address)).refusal());
    }
    return refusals;
  }

  private List<Fault> comeAndGo(String address, int times) throws Exception {
    List<Fault> refusals = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      Arrival arrival = addresses.arrive(address(address));
      refusals.add(arrival.refusal());
      if (arrival.visitor() != null) {
        arrival.visitor().leave();
      }
    }
    return refusals;
  }

  private static InetAddress address(String text) throws UnknownHostException {
    return InetAddress.getByName(text);
  }

  private static Fault limit() {
    return ADDRESS_CONNECTION_LIMIT;
  }

  private static Fault rate() {
    return ADDRESS_CONNECTION_RATE;
  }
}
