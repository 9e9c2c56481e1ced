namespace Amazon.Glue.Model;

/// <summary>CodeGenConfigurationNode, a node of a visual job. Its members are not modelled; they are kept as they came.</summary>
public partial class CodeGenConfigurationNode
{
}
