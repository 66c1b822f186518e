package org.gridtill.gateway;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Settings of one endpoint, factory PID {@value #PID}. */
@ObjectClassDefinition(
    id = EndpointConfiguration.PID,
    name = "GridTill endpoint",
    description = "An address at which terminals of one kind connect.")
@interface EndpointConfiguration {

  String PID = "org.gridtill.gateway.endpoint";

  @AttributeDefinition(
      name = "Name",
      description = "What operations call it: lower-case letters, digits and dashes.")
  String name();

  @AttributeDefinition(name = "Adapter", description = "The adapter that decodes frames.")
  String adapter();

  @AttributeDefinition(name = "Host", description = "The address to listen on.")
  String host() default "127.0.0.1";

  @AttributeDefinition(name = "Port", description = "1 to 65535, or 0 for any that is free.")
  int port() default -1;

  @AttributeDefinition(name = "TLS", description = "Whether connections use TLS 1.2 or 1.3.")
  boolean tls() default false;

  @AttributeDefinition(
      name = "TLS key store",
      description = "PKCS12 file with the private key and its certificates.")
  String tlsKeystoreFile() default "";

  @AttributeDefinition(
      name = "TLS password file",
      description =
          "File whose first line is the key store's password; only its owner may read it.")
  String tlsKeystorePasswordFile() default "";

  @AttributeDefinition(
      name = "Client certificate",
      description =
          "Whether terminals show a certificate of theirs: none, wanted or required. Needs TLS.")
  String clientCertificate() default "none";

  @AttributeDefinition(
      name = "Connections",
      description = "How many may be open; more are closed at once. 1 to 100000.")
  int maxConnections() default 1_000;

  @AttributeDefinition(
      name = "Connections of an address",
      description =
          "How many one remote address may have open; more are closed at once. All terminals of an"
              + " agency may share one address. 1 to 100000.")
  int maxConnectionsPerAddress() default 500;

  @AttributeDefinition(
      name = "New connections of an address",
      description =
          "How many one remote address may open in a second, in the long run. 1 to 100000.")
  int connectionsPerSecondPerAddress() default 50;

  @AttributeDefinition(
      name = "Frames of an address",
      description =
          "How many frames of one remote address are taken in a second; more wait. 1 to 100000.")
  int framesPerSecondPerAddress() default 200;

  @AttributeDefinition(
      name = "Addresses without limits",
      description = "To which the three above do not apply, with commas between: proxies.")
  String unlimitedAddresses() default "127.0.0.1,::1";

  @AttributeDefinition(
      name = "Frame size",
      description = "The longest frame, in bytes, without its length. 1 to 65535.")
  int maxFrameBytes() default 2_048;

  @AttributeDefinition(
      name = "Idle time",
      description = "A connection without a frame for so many seconds is closed. 1 to 86400.")
  int idleSeconds() default 300;

  @AttributeDefinition(
      name = "Frame time",
      description =
          "A frame that has begun must be complete, and an answer taken, within so many seconds."
              + " 1 to 600.")
  int frameSeconds() default 10;

  @AttributeDefinition(
      name = "Workers",
      description =
          "How many frames are handled at once; each waits for the billing system. 1 to 1000.")
  int workers() default 32;

  @AttributeDefinition(
      name = "Bad frames",
      description = "So many bad frames in a row close the connection. 1 to 1000.")
  int maxBadFrames() default 5;

  @AttributeDefinition(
      name = "Stop time",
      description =
          "How long, in seconds, frames under way may take when the endpoint stops. 0 to 50.")
  int stopSeconds() default 20;

  @AttributeDefinition(
      name = "Log interval",
      description = "At most one line of each kind is logged in so many seconds. 1 to 3600.")
  int logSeconds() default 1;
}
