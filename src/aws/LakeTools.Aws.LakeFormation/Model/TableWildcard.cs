namespace Amazon.LakeFormation.Model;

/// <summary>The shape TableWildcard of AWS Lake Formation.</summary>
public partial class TableWildcard
{
}
