namespace Amazon.LakeFormation.Model;

/// <summary>The shape AllRowsWildcard of AWS Lake Formation.</summary>
public partial class AllRowsWildcard
{
}
