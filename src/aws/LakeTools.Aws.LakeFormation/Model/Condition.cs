namespace Amazon.LakeFormation.Model;

/// <summary>The shape Condition of AWS Lake Formation.</summary>
public partial class Condition
{
    /// <summary>The expression. At most 3000 characters.</summary>
    public string Expression { get; set; }
}
