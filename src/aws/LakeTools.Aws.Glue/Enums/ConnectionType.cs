using System.Text.Json.Serialization;
using Amazon.Runtime;
using LakeTools.Aws.Runtime.Json;

namespace Amazon.Glue;

/// <summary>The values of ConnectionType. A value that is not among them is taken as it is.</summary>
/// <param name="value">The value on the wire.</param>
[JsonConverter(typeof(ConstantConverter<ConnectionType>))]
public class ConnectionType(string value) : ConstantClass(value), IWireConstant<ConnectionType>
{
    /// <summary>The value <c>JDBC</c>.</summary>
    public static readonly ConnectionType JDBC = new("JDBC");

    /// <summary>The value <c>SFTP</c>.</summary>
    public static readonly ConnectionType SFTP = new("SFTP");

    /// <summary>The value <c>MONGODB</c>.</summary>
    public static readonly ConnectionType MONGODB = new("MONGODB");

    /// <summary>The value <c>KAFKA</c>.</summary>
    public static readonly ConnectionType KAFKA = new("KAFKA");

    /// <summary>The value <c>NETWORK</c>.</summary>
    public static readonly ConnectionType NETWORK = new("NETWORK");

    /// <summary>The value <c>MARKETPLACE</c>.</summary>
    public static readonly ConnectionType MARKETPLACE = new("MARKETPLACE");

    /// <summary>The value <c>CUSTOM</c>.</summary>
    public static readonly ConnectionType CUSTOM = new("CUSTOM");

    /// <summary>The value <c>SALESFORCE</c>.</summary>
    public static readonly ConnectionType SALESFORCE = new("SALESFORCE");

    /// <summary>The value <c>VIEW_VALIDATION_REDSHIFT</c>.</summary>
    public static readonly ConnectionType VIEW_VALIDATION_REDSHIFT = new("VIEW_VALIDATION_REDSHIFT");

    /// <summary>The value <c>VIEW_VALIDATION_ATHENA</c>.</summary>
    public static readonly ConnectionType VIEW_VALIDATION_ATHENA = new("VIEW_VALIDATION_ATHENA");

    /// <summary>The value <c>GOOGLEADS</c>.</summary>
    public static readonly ConnectionType GOOGLEADS = new("GOOGLEADS");

    /// <summary>The value <c>GOOGLESHEETS</c>.</summary>
    public static readonly ConnectionType GOOGLESHEETS = new("GOOGLESHEETS");

    /// <summary>The value <c>GOOGLEANALYTICS4</c>.</summary>
    public static readonly ConnectionType GOOGLEANALYTICS4 = new("GOOGLEANALYTICS4");

    /// <summary>The value <c>SERVICENOW</c>.</summary>
    public static readonly ConnectionType SERVICENOW = new("SERVICENOW");

    /// <summary>The value <c>MARKETO</c>.</summary>
    public static readonly ConnectionType MARKETO = new("MARKETO");

    /// <summary>The value <c>SAPODATA</c>.</summary>
    public static readonly ConnectionType SAPODATA = new("SAPODATA");

    /// <summary>The value <c>ZENDESK</c>.</summary>
    public static readonly ConnectionType ZENDESK = new("ZENDESK");

    /// <summary>The value <c>JIRACLOUD</c>.</summary>
    public static readonly ConnectionType JIRACLOUD = new("JIRACLOUD");

    /// <summary>The value <c>NETSUITEERP</c>.</summary>
    public static readonly ConnectionType NETSUITEERP = new("NETSUITEERP");

    /// <summary>The value <c>HUBSPOT</c>.</summary>
    public static readonly ConnectionType HUBSPOT = new("HUBSPOT");

    /// <summary>The value <c>FACEBOOKADS</c>.</summary>
    public static readonly ConnectionType FACEBOOKADS = new("FACEBOOKADS");

    /// <summary>The value <c>INSTAGRAMADS</c>.</summary>
    public static readonly ConnectionType INSTAGRAMADS = new("INSTAGRAMADS");

    /// <summary>The value <c>ZOHOCRM</c>.</summary>
    public static readonly ConnectionType ZOHOCRM = new("ZOHOCRM");

    /// <summary>The value <c>SALESFORCEPARDOT</c>.</summary>
    public static readonly ConnectionType SALESFORCEPARDOT = new("SALESFORCEPARDOT");

    /// <summary>The value <c>SALESFORCEMARKETINGCLOUD</c>.</summary>
    public static readonly ConnectionType SALESFORCEMARKETINGCLOUD = new("SALESFORCEMARKETINGCLOUD");

    /// <summary>The value <c>ADOBEANALYTICS</c>.</summary>
    public static readonly ConnectionType ADOBEANALYTICS = new("ADOBEANALYTICS");

    /// <summary>The value <c>SLACK</c>.</summary>
    public static readonly ConnectionType SLACK = new("SLACK");

    /// <summary>The value <c>LINKEDIN</c>.</summary>
    public static readonly ConnectionType LINKEDIN = new("LINKEDIN");

    /// <summary>The value <c>MIXPANEL</c>.</summary>
    public static readonly ConnectionType MIXPANEL = new("MIXPANEL");

    /// <summary>The value <c>ASANA</c>.</summary>
    public static readonly ConnectionType ASANA = new("ASANA");

    /// <summary>The value <c>STRIPE</c>.</summary>
    public static readonly ConnectionType STRIPE = new("STRIPE");

    /// <summary>The value <c>SMARTSHEET</c>.</summary>
    public static readonly ConnectionType SMARTSHEET = new("SMARTSHEET");

    /// <summary>The value <c>DATADOG</c>.</summary>
    public static readonly ConnectionType DATADOG = new("DATADOG");

    /// <summary>The value <c>WOOCOMMERCE</c>.</summary>
    public static readonly ConnectionType WOOCOMMERCE = new("WOOCOMMERCE");

    /// <summary>The value <c>INTERCOM</c>.</summary>
    public static readonly ConnectionType INTERCOM = new("INTERCOM");

    /// <summary>The value <c>SNAPCHATADS</c>.</summary>
    public static readonly ConnectionType SNAPCHATADS = new("SNAPCHATADS");

    /// <summary>The value <c>PAYPAL</c>.</summary>
    public static readonly ConnectionType PAYPAL = new("PAYPAL");

    /// <summary>The value <c>QUICKBOOKS</c>.</summary>
    public static readonly ConnectionType QUICKBOOKS = new("QUICKBOOKS");

    /// <summary>The value <c>FACEBOOKPAGEINSIGHTS</c>.</summary>
    public static readonly ConnectionType FACEBOOKPAGEINSIGHTS = new("FACEBOOKPAGEINSIGHTS");

    /// <summary>The value <c>FRESHDESK</c>.</summary>
    public static readonly ConnectionType FRESHDESK = new("FRESHDESK");

    /// <summary>The value <c>TWILIO</c>.</summary>
    public static readonly ConnectionType TWILIO = new("TWILIO");

    /// <summary>The value <c>DOCUSIGNMONITOR</c>.</summary>
    public static readonly ConnectionType DOCUSIGNMONITOR = new("DOCUSIGNMONITOR");

    /// <summary>The value <c>FRESHSALES</c>.</summary>
    public static readonly ConnectionType FRESHSALES = new("FRESHSALES");

    /// <summary>The value <c>ZOOM</c>.</summary>
    public static readonly ConnectionType ZOOM = new("ZOOM");

    /// <summary>The value <c>GOOGLESEARCHCONSOLE</c>.</summary>
    public static readonly ConnectionType GOOGLESEARCHCONSOLE = new("GOOGLESEARCHCONSOLE");

    /// <summary>The value <c>SALESFORCECOMMERCECLOUD</c>.</summary>
    public static readonly ConnectionType SALESFORCECOMMERCECLOUD = new("SALESFORCECOMMERCECLOUD");

    /// <summary>The value <c>SAPCONCUR</c>.</summary>
    public static readonly ConnectionType SAPCONCUR = new("SAPCONCUR");

    /// <summary>The value <c>DYNATRACE</c>.</summary>
    public static readonly ConnectionType DYNATRACE = new("DYNATRACE");

    /// <summary>The value <c>MICROSOFTDYNAMIC365FINANCEANDOPS</c>.</summary>
    public static readonly ConnectionType MICROSOFTDYNAMIC365FINANCEANDOPS = new("MICROSOFTDYNAMIC365FINANCEANDOPS");

    /// <summary>The value <c>MICROSOFTTEAMS</c>.</summary>
    public static readonly ConnectionType MICROSOFTTEAMS = new("MICROSOFTTEAMS");

    /// <summary>The value <c>BLACKBAUDRAISEREDGENXT</c>.</summary>
    public static readonly ConnectionType BLACKBAUDRAISEREDGENXT = new("BLACKBAUDRAISEREDGENXT");

    /// <summary>The value <c>MAILCHIMP</c>.</summary>
    public static readonly ConnectionType MAILCHIMP = new("MAILCHIMP");

    /// <summary>The value <c>GITLAB</c>.</summary>
    public static readonly ConnectionType GITLAB = new("GITLAB");

    /// <summary>The value <c>PENDO</c>.</summary>
    public static readonly ConnectionType PENDO = new("PENDO");

    /// <summary>The value <c>PRODUCTBOARD</c>.</summary>
    public static readonly ConnectionType PRODUCTBOARD = new("PRODUCTBOARD");

    /// <summary>The value <c>CIRCLECI</c>.</summary>
    public static readonly ConnectionType CIRCLECI = new("CIRCLECI");

    /// <summary>The value <c>PIPEDIVE</c>.</summary>
    public static readonly ConnectionType PIPEDIVE = new("PIPEDIVE");

    /// <summary>The value <c>SENDGRID</c>.</summary>
    public static readonly ConnectionType SENDGRID = new("SENDGRID");

    /// <summary>The value <c>AZURECOSMOS</c>.</summary>
    public static readonly ConnectionType AZURECOSMOS = new("AZURECOSMOS");

    /// <summary>The value <c>AZURESQL</c>.</summary>
    public static readonly ConnectionType AZURESQL = new("AZURESQL");

    /// <summary>The value <c>BIGQUERY</c>.</summary>
    public static readonly ConnectionType BIGQUERY = new("BIGQUERY");

    /// <summary>The value <c>BLACKBAUD</c>.</summary>
    public static readonly ConnectionType BLACKBAUD = new("BLACKBAUD");

    /// <summary>The value <c>CLOUDERAHIVE</c>.</summary>
    public static readonly ConnectionType CLOUDERAHIVE = new("CLOUDERAHIVE");

    /// <summary>The value <c>CLOUDERAIMPALA</c>.</summary>
    public static readonly ConnectionType CLOUDERAIMPALA = new("CLOUDERAIMPALA");

    /// <summary>The value <c>CLOUDWATCH</c>.</summary>
    public static readonly ConnectionType CLOUDWATCH = new("CLOUDWATCH");

    /// <summary>The value <c>CLOUDWATCHMETRICS</c>.</summary>
    public static readonly ConnectionType CLOUDWATCHMETRICS = new("CLOUDWATCHMETRICS");

    /// <summary>The value <c>CMDB</c>.</summary>
    public static readonly ConnectionType CMDB = new("CMDB");

    /// <summary>The value <c>DATALAKEGEN2</c>.</summary>
    public static readonly ConnectionType DATALAKEGEN2 = new("DATALAKEGEN2");

    /// <summary>The value <c>DB2</c>.</summary>
    public static readonly ConnectionType DB2 = new("DB2");

    /// <summary>The value <c>DB2AS400</c>.</summary>
    public static readonly ConnectionType DB2AS400 = new("DB2AS400");

    /// <summary>The value <c>DOCUMENTDB</c>.</summary>
    public static readonly ConnectionType DOCUMENTDB = new("DOCUMENTDB");

    /// <summary>The value <c>DOMO</c>.</summary>
    public static readonly ConnectionType DOMO = new("DOMO");

    /// <summary>The value <c>DYNAMODB</c>.</summary>
    public static readonly ConnectionType DYNAMODB = new("DYNAMODB");

    /// <summary>The value <c>GOOGLECLOUDSTORAGE</c>.</summary>
    public static readonly ConnectionType GOOGLECLOUDSTORAGE = new("GOOGLECLOUDSTORAGE");

    /// <summary>The value <c>HBASE</c>.</summary>
    public static readonly ConnectionType HBASE = new("HBASE");

    /// <summary>The value <c>KUSTOMER</c>.</summary>
    public static readonly ConnectionType KUSTOMER = new("KUSTOMER");

    /// <summary>The value <c>MICROSOFTDYNAMICS365CRM</c>.</summary>
    public static readonly ConnectionType MICROSOFTDYNAMICS365CRM = new("MICROSOFTDYNAMICS365CRM");

    /// <summary>The value <c>MONDAY</c>.</summary>
    public static readonly ConnectionType MONDAY = new("MONDAY");

    /// <summary>The value <c>MYSQL</c>.</summary>
    public static readonly ConnectionType MYSQL = new("MYSQL");

    /// <summary>The value <c>OKTA</c>.</summary>
    public static readonly ConnectionType OKTA = new("OKTA");

    /// <summary>The value <c>OPENSEARCH</c>.</summary>
    public static readonly ConnectionType OPENSEARCH = new("OPENSEARCH");

    /// <summary>The value <c>ORACLE</c>.</summary>
    public static readonly ConnectionType ORACLE = new("ORACLE");

    /// <summary>The value <c>PIPEDRIVE</c>.</summary>
    public static readonly ConnectionType PIPEDRIVE = new("PIPEDRIVE");

    /// <summary>The value <c>POSTGRESQL</c>.</summary>
    public static readonly ConnectionType POSTGRESQL = new("POSTGRESQL");

    /// <summary>The value <c>SAPHANA</c>.</summary>
    public static readonly ConnectionType SAPHANA = new("SAPHANA");

    /// <summary>The value <c>SQLSERVER</c>.</summary>
    public static readonly ConnectionType SQLSERVER = new("SQLSERVER");

    /// <summary>The value <c>SYNAPSE</c>.</summary>
    public static readonly ConnectionType SYNAPSE = new("SYNAPSE");

    /// <summary>The value <c>TERADATA</c>.</summary>
    public static readonly ConnectionType TERADATA = new("TERADATA");

    /// <summary>The value <c>TERADATANOS</c>.</summary>
    public static readonly ConnectionType TERADATANOS = new("TERADATANOS");

    /// <summary>The value <c>TIMESTREAM</c>.</summary>
    public static readonly ConnectionType TIMESTREAM = new("TIMESTREAM");

    /// <summary>The value <c>TPCDS</c>.</summary>
    public static readonly ConnectionType TPCDS = new("TPCDS");

    /// <summary>The value <c>VERTICA</c>.</summary>
    public static readonly ConnectionType VERTICA = new("VERTICA");

    /// <summary>The constant for a value.</summary>
    /// <param name="value">The value on the wire.</param>
    /// <returns>The constant.</returns>
    public static ConnectionType FindValue(string value) => FindValue<ConnectionType>(value);

    /// <summary>The constant for a value.</summary>
    /// <param name="value">The value on the wire.</param>
    public static implicit operator ConnectionType(string value) => FindValue(value);
}
