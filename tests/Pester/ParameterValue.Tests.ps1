BeforeAll { Import-Module "$PSScriptRoot/../../out/LakeTools" }

Describe 'Several words of an enum in one text' {
    BeforeAll { Connect-Lake -Local (Join-Path $TestDrive words) }

    AfterAll { Disconnect-Lake }

    It 'allow the removal of what they name, and not of what PowerShell adds them up to' {
        $file = Join-Path $TestDrive shop.yaml
        Set-Content $file 'lake: 1', 'name: shop', 'owns: [ { database: shop } ]', 'databases: { shop: { tables: { items: { columns: { id: int } } } } }'
        $null = Publish-LakeDefinition $file
        Set-Content $file 'lake: 1', 'name: shop', 'owns: [ { database: shop } ]', 'databases: { shop: {} }'
        { Publish-LakeDefinition $file -AllowRemove 'Secret,Tag' -Confirm:$false -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.PlanLosesThings,*'
        (Get-GlueTable shop).Name | Should -Be 'items'
        { Publish-LakeDefinition $file -AllowRemove 'Table,Nonsense' -ErrorAction Stop } | Should -Throw -ErrorId 'CannotConvertArgumentNoMessage,*'
        (Get-GlueTable shop).Name | Should -Be 'items'
        (Publish-LakeDefinition $file -AllowRemove 'Tag, Table').Status | Should -Be 'Done'
        Get-GlueTable shop | Should -BeNullOrEmpty
    }

    It 'are a list, also in a cell of a CSV file' {
        $ids = @{ VpcId = 'vpc-0a1b2c3d4e5f67890'; SubnetId = 'subnet-0a1b2c3d4e5f67890' }
        (New-LakeVpcEndpoint 'Glue,SecretsManager' @ids).Service | Should -Be 'Glue', 'SecretsManager'
        $rows = 'Service,VpcId,SubnetId', '"Glue, SecretsManager",vpc-0a1b2c3d,subnet-0a1b2c3d' | ConvertFrom-Csv
        ($rows | New-LakeVpcEndpoint).Service | Should -Be 'Glue', 'SecretsManager'
    }

    It 'are an error of <what>, which takes one' -ForEach @(
        @{ what = 'Test-LakeAccess -Engine'; do = { Test-LakeAccess -Principal role/a -DatabaseName b -TableName c -Engine 'Athena,Glue' } }
        @{ what = 'a list of words'; do = { Test-LakeAccess -Principal role/a -DatabaseName b -TableName c -Engine Athena, Glue } }
        @{ what = 'New-LakeRole -Service'; do = { New-LakeRole both -Service 'Glue,LakeFormation' } }
        @{ what = 'New-LakeRole with a row'; id = 'LakeTools.InputPropertyInvalid'
            do = { [pscustomobject]@{ Name = 'both'; Service = 'Glue,LakeFormation' } | New-LakeRole -ErrorAction Stop } }
        @{ what = 'Connect-Lake -Endpoint'; id = 'LakeTools.UnknownService'
            do = { Connect-Lake -Region us-east-1 -Endpoint @{ 'Glue,SecretsManager' = 'https://localhost' } -NoDefault } }
        @{ what = 'Get-LakePermission -ResourceType'; id = 'LakeTools.UnknownResourceType'
            do = { Get-LakePermission -TagExpression @{ a = 'b' } -ResourceType 'Database,Table' -ErrorAction Stop } }
    ) {
        $do | Should -Throw -ErrorId "$($id ?? 'ParameterArgumentTransformationError'),*"
        Get-LakeRole both* | Should -BeNullOrEmpty
    }
}
