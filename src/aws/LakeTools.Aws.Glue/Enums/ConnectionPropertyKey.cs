using System.Text.Json.Serialization;
using Amazon.Runtime;
using LakeTools.Aws.Runtime.Json;

namespace Amazon.Glue;

/// <summary>The values of ConnectionPropertyKey. A value that is not among them is taken as it is.</summary>
/// <param name="value">The value on the wire.</param>
[JsonConverter(typeof(ConstantConverter<ConnectionPropertyKey>))]
public class ConnectionPropertyKey(string value) : ConstantClass(value), IWireConstant<ConnectionPropertyKey>
{
    /// <summary>The value <c>HOST</c>.</summary>
    public static readonly ConnectionPropertyKey HOST = new("HOST");

    /// <summary>The value <c>PORT</c>.</summary>
    public static readonly ConnectionPropertyKey PORT = new("PORT");

    /// <summary>The value <c>USERNAME</c>.</summary>
    public static readonly ConnectionPropertyKey USERNAME = new("USERNAME");

    /// <summary>The value <c>PASSWORD</c>.</summary>
    public static readonly ConnectionPropertyKey PASSWORD = new("PASSWORD");

    /// <summary>The value <c>ENCRYPTED_PASSWORD</c>.</summary>
    public static readonly ConnectionPropertyKey ENCRYPTED_PASSWORD = new("ENCRYPTED_PASSWORD");

    /// <summary>The value <c>JDBC_DRIVER_JAR_URI</c>.</summary>
    public static readonly ConnectionPropertyKey JDBC_DRIVER_JAR_URI = new("JDBC_DRIVER_JAR_URI");

    /// <summary>The value <c>JDBC_DRIVER_CLASS_NAME</c>.</summary>
    public static readonly ConnectionPropertyKey JDBC_DRIVER_CLASS_NAME = new("JDBC_DRIVER_CLASS_NAME");

    /// <summary>The value <c>JDBC_ENGINE</c>.</summary>
    public static readonly ConnectionPropertyKey JDBC_ENGINE = new("JDBC_ENGINE");

    /// <summary>The value <c>JDBC_ENGINE_VERSION</c>.</summary>
    public static readonly ConnectionPropertyKey JDBC_ENGINE_VERSION = new("JDBC_ENGINE_VERSION");

    /// <summary>The value <c>CONFIG_FILES</c>.</summary>
    public static readonly ConnectionPropertyKey CONFIG_FILES = new("CONFIG_FILES");

    /// <summary>The value <c>INSTANCE_ID</c>.</summary>
    public static readonly ConnectionPropertyKey INSTANCE_ID = new("INSTANCE_ID");

    /// <summary>The value <c>JDBC_CONNECTION_URL</c>.</summary>
    public static readonly ConnectionPropertyKey JDBC_CONNECTION_URL = new("JDBC_CONNECTION_URL");

    /// <summary>The value <c>JDBC_ENFORCE_SSL</c>.</summary>
    public static readonly ConnectionPropertyKey JDBC_ENFORCE_SSL = new("JDBC_ENFORCE_SSL");

    /// <summary>The value <c>CUSTOM_JDBC_CERT</c>.</summary>
    public static readonly ConnectionPropertyKey CUSTOM_JDBC_CERT = new("CUSTOM_JDBC_CERT");

    /// <summary>The value <c>SKIP_CUSTOM_JDBC_CERT_VALIDATION</c>.</summary>
    public static readonly ConnectionPropertyKey SKIP_CUSTOM_JDBC_CERT_VALIDATION = new("SKIP_CUSTOM_JDBC_CERT_VALIDATION");

    /// <summary>The value <c>CUSTOM_JDBC_CERT_STRING</c>.</summary>
    public static readonly ConnectionPropertyKey CUSTOM_JDBC_CERT_STRING = new("CUSTOM_JDBC_CERT_STRING");

    /// <summary>The value <c>CONNECTION_URL</c>.</summary>
    public static readonly ConnectionPropertyKey CONNECTION_URL = new("CONNECTION_URL");

    /// <summary>The value <c>KAFKA_BOOTSTRAP_SERVERS</c>.</summary>
    public static readonly ConnectionPropertyKey KAFKA_BOOTSTRAP_SERVERS = new("KAFKA_BOOTSTRAP_SERVERS");

    /// <summary>The value <c>KAFKA_SSL_ENABLED</c>.</summary>
    public static readonly ConnectionPropertyKey KAFKA_SSL_ENABLED = new("KAFKA_SSL_ENABLED");

    /// <summary>The value <c>KAFKA_CUSTOM_CERT</c>.</summary>
    public static readonly ConnectionPropertyKey KAFKA_CUSTOM_CERT = new("KAFKA_CUSTOM_CERT");

    /// <summary>The value <c>KAFKA_SKIP_CUSTOM_CERT_VALIDATION</c>.</summary>
    public static readonly ConnectionPropertyKey KAFKA_SKIP_CUSTOM_CERT_VALIDATION = new("KAFKA_SKIP_CUSTOM_CERT_VALIDATION");

    /// <summary>The value <c>KAFKA_CLIENT_KEYSTORE</c>.</summary>
    public static readonly ConnectionPropertyKey KAFKA_CLIENT_KEYSTORE = new("KAFKA_CLIENT_KEYSTORE");

    /// <summary>The value <c>KAFKA_CLIENT_KEYSTORE_PASSWORD</c>.</summary>
    public static readonly ConnectionPropertyKey KAFKA_CLIENT_KEYSTORE_PASSWORD = new("KAFKA_CLIENT_KEYSTORE_PASSWORD");

    /// <summary>The value <c>KAFKA_CLIENT_KEY_PASSWORD</c>.</summary>
    public static readonly ConnectionPropertyKey KAFKA_CLIENT_KEY_PASSWORD = new("KAFKA_CLIENT_KEY_PASSWORD");

    /// <summary>The value <c>ENCRYPTED_KAFKA_CLIENT_KEYSTORE_PASSWORD</c>.</summary>
    public static readonly ConnectionPropertyKey ENCRYPTED_KAFKA_CLIENT_KEYSTORE_PASSWORD = new("ENCRYPTED_KAFKA_CLIENT_KEYSTORE_PASSWORD");

    /// <summary>The value <c>ENCRYPTED_KAFKA_CLIENT_KEY_PASSWORD</c>.</summary>
    public static readonly ConnectionPropertyKey ENCRYPTED_KAFKA_CLIENT_KEY_PASSWORD = new("ENCRYPTED_KAFKA_CLIENT_KEY_PASSWORD");

    /// <summary>The value <c>KAFKA_SASL_MECHANISM</c>.</summary>
    public static readonly ConnectionPropertyKey KAFKA_SASL_MECHANISM = new("KAFKA_SASL_MECHANISM");

    /// <summary>The value <c>KAFKA_SASL_PLAIN_USERNAME</c>.</summary>
    public static readonly ConnectionPropertyKey KAFKA_SASL_PLAIN_USERNAME = new("KAFKA_SASL_PLAIN_USERNAME");

    /// <summary>The value <c>KAFKA_SASL_PLAIN_PASSWORD</c>.</summary>
    public static readonly ConnectionPropertyKey KAFKA_SASL_PLAIN_PASSWORD = new("KAFKA_SASL_PLAIN_PASSWORD");

    /// <summary>The value <c>ENCRYPTED_KAFKA_SASL_PLAIN_PASSWORD</c>.</summary>
    public static readonly ConnectionPropertyKey ENCRYPTED_KAFKA_SASL_PLAIN_PASSWORD = new("ENCRYPTED_KAFKA_SASL_PLAIN_PASSWORD");

    /// <summary>The value <c>KAFKA_SASL_SCRAM_USERNAME</c>.</summary>
    public static readonly ConnectionPropertyKey KAFKA_SASL_SCRAM_USERNAME = new("KAFKA_SASL_SCRAM_USERNAME");

    /// <summary>The value <c>KAFKA_SASL_SCRAM_PASSWORD</c>.</summary>
    public static readonly ConnectionPropertyKey KAFKA_SASL_SCRAM_PASSWORD = new("KAFKA_SASL_SCRAM_PASSWORD");

    /// <summary>The value <c>KAFKA_SASL_SCRAM_SECRETS_ARN</c>.</summary>
    public static readonly ConnectionPropertyKey KAFKA_SASL_SCRAM_SECRETS_ARN = new("KAFKA_SASL_SCRAM_SECRETS_ARN");

    /// <summary>The value <c>ENCRYPTED_KAFKA_SASL_SCRAM_PASSWORD</c>.</summary>
    public static readonly ConnectionPropertyKey ENCRYPTED_KAFKA_SASL_SCRAM_PASSWORD = new("ENCRYPTED_KAFKA_SASL_SCRAM_PASSWORD");

    /// <summary>The value <c>KAFKA_SASL_GSSAPI_KEYTAB</c>.</summary>
    public static readonly ConnectionPropertyKey KAFKA_SASL_GSSAPI_KEYTAB = new("KAFKA_SASL_GSSAPI_KEYTAB");

    /// <summary>The value <c>KAFKA_SASL_GSSAPI_KRB5_CONF</c>.</summary>
    public static readonly ConnectionPropertyKey KAFKA_SASL_GSSAPI_KRB5_CONF = new("KAFKA_SASL_GSSAPI_KRB5_CONF");

    /// <summary>The value <c>KAFKA_SASL_GSSAPI_SERVICE</c>.</summary>
    public static readonly ConnectionPropertyKey KAFKA_SASL_GSSAPI_SERVICE = new("KAFKA_SASL_GSSAPI_SERVICE");

    /// <summary>The value <c>KAFKA_SASL_GSSAPI_PRINCIPAL</c>.</summary>
    public static readonly ConnectionPropertyKey KAFKA_SASL_GSSAPI_PRINCIPAL = new("KAFKA_SASL_GSSAPI_PRINCIPAL");

    /// <summary>The value <c>SECRET_ID</c>.</summary>
    public static readonly ConnectionPropertyKey SECRET_ID = new("SECRET_ID");

    /// <summary>The value <c>CONNECTOR_URL</c>.</summary>
    public static readonly ConnectionPropertyKey CONNECTOR_URL = new("CONNECTOR_URL");

    /// <summary>The value <c>CONNECTOR_TYPE</c>.</summary>
    public static readonly ConnectionPropertyKey CONNECTOR_TYPE = new("CONNECTOR_TYPE");

    /// <summary>The value <c>CONNECTOR_CLASS_NAME</c>.</summary>
    public static readonly ConnectionPropertyKey CONNECTOR_CLASS_NAME = new("CONNECTOR_CLASS_NAME");

    /// <summary>The value <c>ENDPOINT</c>.</summary>
    public static readonly ConnectionPropertyKey ENDPOINT = new("ENDPOINT");

    /// <summary>The value <c>ENDPOINT_TYPE</c>.</summary>
    public static readonly ConnectionPropertyKey ENDPOINT_TYPE = new("ENDPOINT_TYPE");

    /// <summary>The value <c>ROLE_ARN</c>.</summary>
    public static readonly ConnectionPropertyKey ROLE_ARN = new("ROLE_ARN");

    /// <summary>The value <c>REGION</c>.</summary>
    public static readonly ConnectionPropertyKey REGION = new("REGION");

    /// <summary>The value <c>WORKGROUP_NAME</c>.</summary>
    public static readonly ConnectionPropertyKey WORKGROUP_NAME = new("WORKGROUP_NAME");

    /// <summary>The value <c>CLUSTER_IDENTIFIER</c>.</summary>
    public static readonly ConnectionPropertyKey CLUSTER_IDENTIFIER = new("CLUSTER_IDENTIFIER");

    /// <summary>The value <c>DATABASE</c>.</summary>
    public static readonly ConnectionPropertyKey DATABASE = new("DATABASE");

    /// <summary>The constant for a value.</summary>
    /// <param name="value">The value on the wire.</param>
    /// <returns>The constant.</returns>
    public static ConnectionPropertyKey FindValue(string value) => FindValue<ConnectionPropertyKey>(value);

    /// <summary>The constant for a value.</summary>
    /// <param name="value">The value on the wire.</param>
    public static implicit operator ConnectionPropertyKey(string value) => FindValue(value);
}
