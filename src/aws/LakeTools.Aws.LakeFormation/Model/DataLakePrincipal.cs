namespace Amazon.LakeFormation.Model;

/// <summary>The shape DataLakePrincipal of AWS Lake Formation.</summary>
public partial class DataLakePrincipal
{
    /// <summary>The data lake principal identifier. 1 to 255 characters.</summary>
    public string DataLakePrincipalIdentifier { get; set; }
}
