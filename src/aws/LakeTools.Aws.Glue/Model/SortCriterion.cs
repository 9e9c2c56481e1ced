namespace Amazon.Glue.Model;

/// <summary>The shape SortCriterion of AWS Glue.</summary>
public partial class SortCriterion
{
    /// <summary>The field name. 1 to 1024 characters.</summary>
    public string FieldName { get; set; }

    /// <summary>The sort.</summary>
    public Sort Sort { get; set; }
}
