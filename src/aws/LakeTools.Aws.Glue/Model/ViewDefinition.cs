namespace Amazon.Glue.Model;

/// <summary>The shape ViewDefinition of AWS Glue.</summary>
public partial class ViewDefinition
{
    /// <summary>The flag IsProtected.</summary>
    public bool? IsProtected { get; set; }

    /// <summary>The definer. 20 to 2048 characters.</summary>
    public string Definer { get; set; }

    /// <summary>The view version id.</summary>
    public long? ViewVersionId { get; set; }

    /// <summary>The view version token. 1 to 255 characters.</summary>
    public string ViewVersionToken { get; set; }

    /// <summary>The refresh seconds.</summary>
    public long? RefreshSeconds { get; set; }

    /// <summary>The last refresh type.</summary>
    public LastRefreshType LastRefreshType { get; set; }

    /// <summary>The sub objects. At most 10 items. Each: 20 to 2048 characters.</summary>
    public List<string> SubObjects { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>The sub object version ids. At most 250 items.</summary>
    public List<long> SubObjectVersionIds { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>The representations. 1 to 1000 items.</summary>
    public List<ViewRepresentation> Representations { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
