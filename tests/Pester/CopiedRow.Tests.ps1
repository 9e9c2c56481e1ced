# What Get commands return makes copies also after it was a row of a CSV file or an object of a JSON file.
BeforeDiscovery {
    $forms = @(
        @{ Form = 'object'; Copy = { $_ } }
        @{ Form = 'CSV'; Copy = { $_ | ConvertTo-Csv | ConvertFrom-Csv } }
        @{ Form = 'JSON'; Copy = { $_ | ConvertTo-Json -Depth 6 | ConvertFrom-Json } }
        @{ Form = 'CLIXML'; Copy = { [System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize($_, 4)) } }
    )
}

BeforeAll {
    Import-Module "$PSScriptRoot/../../out/LakeTools"
    function New-CopyLake([string] $Name) {
        Connect-Lake -Local (Join-Path $TestDrive $Name)
        $null = New-LakeBucket copies
        $null = New-GlueDatabase shop
    }
}

AfterAll { Disconnect-Lake }

Describe 'A copy of the <Form>' -ForEach $forms {
    BeforeAll {
        New-CopyLake "from $Form"
        $null = New-GlueTable shop lines -Column 'id:int', 'amt:decimal(10,2):in euro, net', 'm:struct<a:int,b:map<string,int>>' `
            -PartitionKey 'day:date:of sale', 'hour:int' -Location s3://copies/lines/ -Format Parquet -Description 'all lines'
        $null = New-GlueTable shop odd -Column id:int -Location s3://copies/odd/ -Format Csv -Delimiter ';' `
            -SerdeParameter @{ 'escape.delim' = '`'; 'mapkey.delim' = "`t"; 'x;y=z' = ' a; b=c ' }
        $null = New-GlueTable shop link -TargetDatabaseName shop -TargetTableName lines
        $null = New-LakeTag zone -Value x, y
        $null = New-LakeTagExpression zoned @{ zone = 'x', 'y' } -Description d
        $null = New-LakeSecret least -Value Kiesel-9
        $null = New-LakeDataFilter shop lines some -RowFilter 'id > 1' -ColumnName id, amt
        $null = New-LakeDataFilter shop lines rest -ExcludedColumnName amt
        Add-LakeAdministrator role/reader -ReadOnly
        Add-LakeAdministrator role/admin
        $table = Get-GlueTable shop lines | ForEach-Object $Copy
        $odd = Get-GlueTable shop odd | ForEach-Object $Copy
        $link = Get-GlueTable shop link | ForEach-Object $Copy
        $expression = Get-LakeTagExpression zoned | ForEach-Object $Copy
        $secret = Get-LakeSecretInfo least | ForEach-Object $Copy
        $filters = Get-LakeDataFilter shop lines | ForEach-Object $Copy
        $administrators = Get-LakeAdministrator | ForEach-Object $Copy
        $expected = @{
            Table = Get-GlueTable shop lines; Odd = (Get-GlueTable shop odd).SerdeParameter; Filters = Get-LakeDataFilter shop lines; Administrators = Get-LakeAdministrator
        }
        New-CopyLake "to $Form"
    }

    It 'is the table' {
        $made = $table | New-GlueTable
        foreach ($property in 'Name', 'Location', 'Format', 'Description', 'TableType', 'SerdeLibrary') { $made.$property | Should -Be $expected.Table.$property }
        $made.Column | ForEach-Object ToString | Should -Be ($expected.Table.Column | ForEach-Object ToString)
        $made.PartitionKey | ForEach-Object ToString | Should -Be ($expected.Table.PartitionKey | ForEach-Object ToString)
    }

    It 'has the delimiters of the table' {
        $made = ($odd | New-GlueTable).SerdeParameter
        $made.Keys | Sort-Object | Should -Be ($expected.Odd.Keys | Sort-Object)
        foreach ($key in $expected.Odd.Keys) { $made[$key] | Should -BeExactly $expected.Odd[$key] }
    }

    It 'is the resource link' {
        $made = $link | New-GlueTable
        $made.TargetDatabaseName | Should -Be 'shop'
        $made.TargetTableName | Should -Be 'lines'
    }

    It 'is the LF-Tag expression' {
        $null = New-LakeTag zone -Value x, y
        $made = $expression | New-LakeTagExpression
        $made.Description | Should -Be 'd'
        $made.Expression.zone | Sort-Object | Should -Be 'x', 'y'
    }

    It 'is a secret of which nothing but the name is copied' {
        ($secret | New-LakeSecret -Name other -Value Kiesel-9 -WarningAction SilentlyContinue).Name | Should -Be 'other'
    }

    It 'are the data filters' {
        $made = $filters | New-LakeDataFilter
        $made.Name | Should -Be $expected.Filters.Name
        for ($i = 0; $i -lt 2; $i++) {
            foreach ($property in 'RowFilter', 'Column', 'ExcludedColumn', 'TableName') { $made[$i].$property | Should -Be $expected.Filters[$i].$property }
        }
    }

    It 'are the administrators' {
        $administrators | Add-LakeAdministrator
        Get-LakeAdministrator | ForEach-Object { "$($_.Principal) $($_.ReadOnly)" } |
            Should -Be ($expected.Administrators | ForEach-Object { "$($_.Principal) $($_.ReadOnly)" })
    }
}

Describe 'The name of a table' {
    It 'is not that of a new data filter' {
        New-CopyLake named
        $null = New-GlueTable shop lines -Column 'id:int' -Location s3://copies/lines/
        { Get-GlueTable shop lines | New-LakeDataFilter -RowFilter 'id > 1' -ErrorAction Stop } |
            Should -Throw -ErrorId 'LakeTools.InputPropertyInvalid,LakeTools.Cmdlets.Permissions.NewLakeDataFilterCommand'
        Get-LakeDataFilter shop lines | Should -BeNullOrEmpty
        (Get-GlueTable shop lines | New-LakeDataFilter -Name some -RowFilter 'id > 1').TableName | Should -Be 'lines'
    }
}
