namespace Amazon.Glue.Model;

/// <summary>The shape DataLakePrincipal of AWS Glue.</summary>
public partial class DataLakePrincipal
{
    /// <summary>The data lake principal identifier. 1 to 255 characters.</summary>
    public string DataLakePrincipalIdentifier { get; set; }
}
