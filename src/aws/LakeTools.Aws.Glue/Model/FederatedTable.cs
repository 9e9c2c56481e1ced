namespace Amazon.Glue.Model;

/// <summary>The shape FederatedTable of AWS Glue.</summary>
public partial class FederatedTable
{
    /// <summary>The identifier. 1 to 512 characters.</summary>
    public string Identifier { get; set; }

    /// <summary>The database identifier. 1 to 512 characters.</summary>
    public string DatabaseIdentifier { get; set; }

    /// <summary>The connection name. 1 to 255 characters.</summary>
    public string ConnectionName { get; set; }

    /// <summary>The connection type. 1 to 255 characters.</summary>
    public string ConnectionType { get; set; }
}
