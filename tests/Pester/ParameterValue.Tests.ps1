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

Describe 'An empty item of a list' {
    BeforeAll {
        Connect-Lake -Local (Join-Path $TestDrive items)
        $null = New-GlueDatabase d
        $null = New-GlueTable d t -Column 'id:int', 'name:string' -Location s3://lake-x/t/
        $null = New-LakeTag domain sales
        $null = New-LakeGlueJob j -Role role/r -ScriptLocation s3://lake-x/a.py
        $unset = $null
    }

    AfterAll { Disconnect-Lake }

    It 'is an error: <what>' -ForEach @(
        @{ what = 'New-LakeGlueTrigger -AfterJobName'; do = { New-LakeGlueTrigger x -Type Conditional -JobName j -AfterJobName j, $unset -ErrorAction Stop } }
        @{ what = 'New-LakeGlueConnection -SecurityGroupId'; do = { New-LakeGlueConnection x -ConnectionType NETWORK -SubnetId subnet-1 -SecurityGroupId sg-1, $unset -ErrorAction Stop } }
        @{ what = 'New-LakeGlueConnection -MatchCriterion'; do = { New-LakeGlueConnection x -ConnectionType NETWORK -SubnetId subnet-1 -MatchCriterion a, $unset -ErrorAction Stop } }
        @{ what = 'New-LakeGlueCrawler -Classifier'; do = { New-LakeGlueCrawler x -Role role/r -DatabaseName d -Path s3://lake-x/ -Classifier a, $unset -ErrorAction Stop } }
        @{ what = 'Set-LakeSetting -AuthorizedSessionTagValue'; do = { Set-LakeSetting -AuthorizedSessionTagValue a, $unset -ErrorAction Stop } }
        @{ what = 'Set-LakeSetting -ExternalDataFilteringAllowList'; do = { Set-LakeSetting -ExternalDataFilteringAllowList 111122223333, $unset -ErrorAction Stop } }
        @{ what = 'Set-LakeSetting -TrustedResourceOwner'; do = { Set-LakeSetting -TrustedResourceOwner @($unset) -ErrorAction Stop } }
        @{ what = 'Set-LakeSetting -Administrator'; do = { Set-LakeSetting -Administrator role/r, $unset -ErrorAction Stop } }
        @{ what = 'New-LakeRole -ManagedPolicyArn'; do = { New-LakeRole x -ManagedPolicyArn @($unset) -ErrorAction Stop } }
        @{ what = 'Set-GlueTable -RemoveColumn'; do = { Set-GlueTable d t -RemoveColumn name, $unset -ErrorAction Stop } }
        @{ what = 'a piped list'; id = 'InputPropertyInvalid'
            do = { [pscustomobject]@{ Name = 'x'; Type = 'Conditional'; JobName = 'j'; AfterJobName = 'j', $null } | New-LakeGlueTrigger -ErrorAction Stop } }
        @{ what = 'a cell'; id = 'InputPropertyInvalid'
            do = { [pscustomobject]@{ Name = 'x'; Type = 'Conditional'; JobName = 'j'; AfterJobName = 'j,' } | New-LakeGlueTrigger -ErrorAction Stop } }
        @{ what = 'a list bound by its name'
            do = { [pscustomobject]@{ DatabaseName = 'd'; TableName = 't'; ColumnName = 'id', $null } | Add-LakeTagAssignment -Tag @{ domain = 'sales' } -ErrorAction Stop } }
    ) {
        $do | Should -Throw -ErrorId "LakeTools.$($id ?? 'ResourceNameEmpty'),*"
        @(Get-LakeGlueTrigger x*; Get-LakeGlueConnection x*; Get-LakeGlueCrawler x*; Get-LakeRole x*) | Should -BeNullOrEmpty
        Get-LakeTagAssignment d t | Should -BeNullOrEmpty
        (Get-GlueTable d t).Column.Name | Should -Be 'id', 'name'
        (Get-LakeSetting).AuthorizedSessionTagValue | Should -BeNullOrEmpty
    }
}

Describe 'An empty variable' {
    BeforeAll {
        Connect-Lake -Local (Join-Path $TestDrive empty)
        $null = New-GlueDatabase d
        $null = New-GlueTable d t -Column 'id:int', 'name:string' -Location s3://lake-x/t/
        $null = New-LakeDataFilter d t f -RowFilter 'id > 1' -ExcludedColumnName name
        $null = New-LakeTag domain sales
        $null = New-LakeGlueJob j -Role role/r -ScriptLocation s3://lake-x/a.py -SecurityConfiguration secure -Description text
        $unset = $null
        $typed = 'LakeTools.ResourceNameEmpty'
        $bound = 'ParameterArgumentTransformationError'
    }

    AfterAll { Disconnect-Lake }

    It 'opens no data filter: <what>' -ForEach @(
        @{ what = 'New -ColumnName $null'; do = { New-LakeDataFilter d t g -RowFilter 'id > 1' -ColumnName $unset -ErrorAction Stop } }
        @{ what = 'New -ColumnName of no text'; do = { New-LakeDataFilter d t g -RowFilter 'id > 1' -ColumnName '' -ErrorAction Stop } }
        @{ what = 'New -ColumnName of no items'; do = { New-LakeDataFilter d t g -RowFilter 'id > 1' -ColumnName @() -ErrorAction Stop } }
        @{ what = 'New -ColumnName with an empty item'; do = { New-LakeDataFilter d t g -ColumnName id, $unset -ErrorAction Stop } }
        @{ what = 'New -ExcludedColumnName $null'; do = { New-LakeDataFilter d t g -ExcludedColumnName $unset -ErrorAction Stop } }
        @{ what = 'New -ExcludedColumnName with an empty item'; do = { New-LakeDataFilter d t g -ExcludedColumnName name, $unset -ErrorAction Stop } }
        @{ what = 'New -ExcludedColumnName as text'; do = { New-LakeDataFilter d t g -ExcludedColumnName "name,$unset" -ErrorAction Stop } }
        @{ what = 'New -RowFilter'; do = { New-LakeDataFilter d t g -RowFilter $unset -ErrorAction Stop } }
        @{ what = 'Set -RowFilter'; id = $true; do = { Set-LakeDataFilter d t f -RowFilter $unset -ErrorAction Stop } }
        @{ what = 'Set -ColumnName $null'; id = $true; do = { Set-LakeDataFilter d t f -ColumnName $unset -ErrorAction Stop } }
        @{ what = 'Set -ColumnName of no text'; id = $true; do = { Set-LakeDataFilter d t f -ColumnName '' -ErrorAction Stop } }
        @{ what = 'Set -ColumnName of an empty item'; id = $true; do = { Set-LakeDataFilter d t f -ColumnName @($unset) -ErrorAction Stop } }
        @{ what = 'Set -ExcludedColumnName with an empty item'; do = { Set-LakeDataFilter d t f -ExcludedColumnName name, $unset -ErrorAction Stop } }
    ) {
        $do | Should -Throw -ErrorId "$($id ? $bound : $typed),*"
        $filter = Get-LakeDataFilter d t
        $filter.Name | Should -Be 'f'
        $filter.RowFilter | Should -Be 'id > 1'
        $filter.ExcludedColumn | Should -Be 'name'
    }

    It 'widens no grant and no search: <what>' -ForEach @(
        @{ what = 'Grant -ExcludedColumnName'; do = { Grant-LakePermission -Principal role/r -Permission SELECT -DatabaseName d -TableName t -ExcludedColumnName name, $unset -ErrorAction Stop } }
        @{ what = 'Grant -ColumnName'; do = { Grant-LakePermission -Principal role/r -Permission SELECT -DatabaseName d -TableName t -ColumnName $unset, name -ErrorAction Stop } }
        @{ what = 'Grant -TagValue'; do = { Grant-LakePermission -Principal role/r -Permission DESCRIBE -TagKey domain -TagValue sales, $unset -ErrorAction Stop } }
        @{ what = 'Grant -Permission'; do = { Grant-LakePermission -Principal role/r -Permission SELECT, $unset -DatabaseName d -TableName t -ErrorAction Stop } }
        @{ what = 'Grant -GrantablePermission'; do = { Grant-LakePermission -Principal role/r -Permission SELECT -GrantablePermission $unset -DatabaseName d -TableName t -ErrorAction Stop } }
        @{ what = 'Test -Permission'; id = 'ParameterArgumentValidationErrorEmptyStringNotAllowed'; do = { Test-LakePermission -Principal role/r -Permission SELECT, $unset -DatabaseName d -TableName t -ErrorAction Stop } }
        @{ what = 'Get-LakeTagAssignment -ColumnName'; do = { Get-LakeTagAssignment d t -ColumnName id, $unset -ErrorAction Stop } }
        @{ what = 'New-LakeTag -Value'; id = 'ParameterArgumentValidationError'; do = { New-LakeTag other a, $unset -ErrorAction Stop } }
        @{ what = 'a cell of a CSV file'; do = { 'Principal,Permission,DatabaseName,TableName,ExcludedColumnName', 'role/r,SELECT,d,t,"name,"' | ConvertFrom-Csv | Grant-LakePermission -ErrorAction Stop } }
        @{ what = 'a condition'; id = 'LakeTools.'; do = { Grant-LakePermission -Principal role/r -Permission SELECT -TagExpression 'domain=sales,' -ResourceType Table -ErrorAction Stop } }
    ) {
        $do | Should -Throw -ErrorId "$($id ?? $typed)*"
        Get-LakePermission -Principal role/r | Should -BeNullOrEmpty
        (Get-LakeTag).Key | Should -Be 'domain'
    }

    It 'removes no text: <what>' -ForEach @(
        @{ what = 'Set-LakeGlueJob -SecurityConfiguration'; do = { Set-LakeGlueJob j -SecurityConfiguration $unset } }
        @{ what = 'Set-LakeGlueJob -Description'; do = { Set-LakeGlueJob j -Description $unset } }
    ) {
        $do | Should -Throw -ErrorId "$bound,*"
        (Get-LakeGlueJob j).SecurityConfiguration | Should -Be 'secure'
        (Get-LakeGlueJob j).Description | Should -Be 'text'
    }

    It 'in a row of a CSV file means no value' {
        'Principal,Permission,GrantablePermission,DatabaseName,TableName,ColumnName', 'role/row,SELECT,,d,t,' | ConvertFrom-Csv | Grant-LakePermission
        Get-LakePermission -Principal role/row | ForEach-Object { $_.TableName; $_.GrantablePermission } | Should -Be 't'
        'DatabaseName,TableName,Name,RowFilter,ColumnName', 'd,t,h,,"id, name"' | ConvertFrom-Csv | ForEach-Object { $_ | New-LakeDataFilter -Name $_.Name } |
            ForEach-Object { $_.Column } | Should -Be 'id', 'name'
        Remove-LakeDataFilter d t h -Force
    }
}

Describe 'A value in a hashtable' {
    BeforeAll {
        Connect-Lake -Local (Join-Path $TestDrive values)
        $null = New-GlueDatabase d
        $null = New-GlueTable d t -Column id:int -Location s3://lake-x/t/
        $null = New-LakeSecret s -Value x
        $time = [datetime]::new(2026, 1, 2, 3, 4, 5, [DateTimeKind]::Utc)
    }

    AfterAll { Disconnect-Lake }

    It 'is one text, number, Boolean or date' {
        $values = @{ text = 'a'; number = 1.5; long = 5L; flag = $true; time = $time; zone = [DateTimeOffset]$time; uri = [uri]'https://example.com/a b'
            guid = [guid]::Empty; wrapped = (Write-Output 'b'); nothing = $null }
        $database = New-GlueDatabase h -Parameter $values
        $database.Parameter.Count | Should -Be $values.Count
        $database.Parameter.text, $database.Parameter.number, $database.Parameter.long, $database.Parameter.flag | Should -Be 'a', '1.5', '5', 'true'
        # ISO 8601, as DateTime's round-trip format and AWS write it
        $database.Parameter.time | Should -Be '2026-01-02T03:04:05.0000000Z'
        $database.Parameter.zone | Should -Be '2026-01-02T03:04:05.0000000+00:00'
        $database.Parameter.uri, $database.Parameter.guid, $database.Parameter.wrapped, $database.Parameter.nothing |
            Should -Be 'https://example.com/a b', '00000000-0000-0000-0000-000000000000', 'b', ''
    }

    It 'is no list or object: <what>' -ForEach @(
        @{ what = 'New-GlueDatabase -Parameter, a list'; do = { New-GlueDatabase x -Parameter @{ a = @(1, 2) } -ErrorAction Stop } }
        @{ what = 'New-GlueDatabase -Parameter, a hashtable'; do = { New-GlueDatabase x -Parameter @{ a = @{ c = 1 } } -ErrorAction Stop } }
        @{ what = 'New-GlueDatabase -Parameter, an object'; do = { New-GlueDatabase x -Parameter @{ a = [pscustomobject]@{ c = 1 } } -ErrorAction Stop } }
        @{ what = 'New-GlueDatabase -Tag, a SecureString'; do = { New-GlueDatabase x -Tag @{ a = [securestring]::new() } -ErrorAction Stop } }
        @{ what = 'Set-GlueTable -Parameter'; do = { Set-GlueTable d t -Parameter @{ a = , 'one' } -ErrorAction Stop } }
        @{ what = 'Set-GlueTable -SerdeParameter'; do = { Set-GlueTable d t -SerdeParameter @{ a = 1, 2 } -ErrorAction Stop } }
        @{ what = 'New-LakeGlueJob -Tag'; do = { New-LakeGlueJob x -Role role/r -ScriptLocation s3://lake-x/a.py -Tag @{ a = 1, 2 } -ErrorAction Stop } }
        @{ what = 'New-LakeGlueJob -DefaultArgument, an object'; id = 'InvalidJobArgument'; target = '--a|a'
            do = { New-LakeGlueJob x -Role role/r -ScriptLocation s3://lake-x/a.py -DefaultArgument @{ a = [pscustomobject]@{ c = 1 } } -ErrorAction Stop } }
        @{ what = 'New-LakeSecret -Tag'; do = { New-LakeSecret x -Value x -Tag @{ a = @{} } -ErrorAction Stop } }
        @{ what = 'New-LakeRole -Tag'; do = { New-LakeRole x -Tag @{ a = 1, 2 } -ErrorAction Stop } }
        @{ what = 'Set-LakeSetting -Parameter'; do = { Set-LakeSetting -Parameter @{ a = 1, 2 } -ErrorAction Stop } }
        @{ what = 'Get-LakeSecretInfo -Filter'; do = { Get-LakeSecretInfo -Filter @{ 'tag-key' = @{ a = 1 } } -ErrorAction Stop }; target = 'tag-key' }
        @{ what = 'Test-LakePermission -PrincipalTag'; do = { Test-LakePermission -Principal role/r -Permission SELECT -DatabaseName d -TableName t -PrincipalTag @{ a = 1, 2 } -ErrorAction Stop } }
        @{ what = 'an LF-Tag expression'; do = { Find-LakeTaggedResource -TagExpression @{ a = @{ b = 1 } } -ErrorAction Stop } }
        @{ what = 'a parameter of a definition'
            do = {
                $file = Join-Path $TestDrive parameters.yaml
                Set-Content $file 'lake: 1', 'name: shop', 'parameters: { a: {} }', 'databases: { x: { description: "${a}" } }'
                Publish-LakeDefinition $file -Parameter @{ a = { 'block' } } -ErrorAction Stop
            } }
        @{ what = 'a row'; do = { [pscustomobject]@{ Name = 'x'; Parameter = [pscustomobject]@{ a = 1, 2 } } | New-GlueDatabase -ErrorAction Stop } }
    ) {
        $do | Should -Throw -ErrorId "LakeTools.$($id ?? 'HashtableValueInvalid'),*" -PassThru | ForEach-Object { $_.TargetObject } |
            Should -Match "^($($target ?? 'a'))$"
        @(Get-GlueDatabase x*; Get-LakeGlueJob x*; Get-LakeRole x*; Get-LakeSecretInfo x*) | Should -BeNullOrEmpty
        (Get-GlueTable d t).Parameter.Keys | Should -Not -Contain 'a'
    }

    It 'of a date is the same in a definition' {
        $file = Join-Path $TestDrive dates.yaml
        Set-Content $file 'lake: 1', 'name: dates', 'parameters: { day: {} }', 'databases: { dates: { description: "${day}" } }'
        $null = Publish-LakeDefinition $file -Parameter @{ day = $time }
        (Get-GlueDatabase dates).Description | Should -Be '2026-01-02T03:04:05.0000000Z'
    }
}
