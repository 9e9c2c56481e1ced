namespace Amazon.Glue.Model;

/// <summary>The shape PropertyPredicate of AWS Glue.</summary>
public partial class PropertyPredicate
{
    /// <summary>The key. 1 to 1024 characters.</summary>
    public string Key { get; set; }

    /// <summary>The value. 1 to 1024 characters.</summary>
    public string Value { get; set; }

    /// <summary>The comparator.</summary>
    public Comparator Comparator { get; set; }
}
