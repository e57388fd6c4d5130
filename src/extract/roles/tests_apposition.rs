//! Posts in apposition: in front of a comma, behind one, beside a rank, with notes in brackets.

use super::tests_lists::holds;

#[test]
fn the_post_in_front_of_a_comma() {
    holds(
        "The president and CEO of the Kelvar Association, Karl Bauer, left.",
        &[
            "Karl Bauer: president @ Kelvar Association",
            "Karl Bauer: CEO @ Kelvar Association",
        ],
    );
    holds(
        "Chairman of the Kelvar Association, Mr. Gao Lin, left.",
        &["Gao Lin: Chairman @ Kelvar Association"],
    );
    holds(
        "Vice President of Lima University, Prof. Gao Lin spoke.",
        &["Gao Lin: Vice President @ Lima University"],
    );
    holds(
        "President and CEO of Kelvar Group Gao Lin left.",
        &["Gao Lin: President @ Kelvar Group", "Gao Lin: CEO @ Kelvar Group"],
    );
    // the mayor of no chamber
    holds(
        "Mayor and Kelvar Chamber of Commerce President Amy Kuo left.",
        &["Amy Kuo: Mayor @ -", "Amy Kuo: President @ Kelvar Chamber of Commerce"],
    );
    holds(
        "Owing to the chairman of the Kelvar Group, Gao Lin and Wei Bo left.",
        &[],
    );
}

#[test]
fn a_rank_of_learning_is_a_second_post() {
    holds(
        "Director of the Kelvar Institute, Professor Ma Lin from Lima University, left.",
        &[
            "Ma Lin: Director @ Kelvar Institute",
            "Ma Lin: Professor @ Lima University",
        ],
    );
    holds(
        "The project leader Professor Sun Ting left.",
        &["Sun Ting: project leader @ -", "Sun Ting: Professor @ -"],
    );
}

#[test]
fn a_body_behind_the_comma_of_a_post() {
    holds(
        "Gao Lin, Chairman, Kelvar Semiconductor, said so.",
        &["Gao Lin: Chairman @ Kelvar Semiconductor"],
    );
    holds(
        "Dean Wei Bo, School of Optics of Lima University, gave a speech.",
        &["Wei Bo: Dean @ School of Optics"],
    );
    // bodies of a list, and the next paragraph's
    holds(
        "They met Gao Lin, chairman, Kelvar Semiconductor, and Lumeno Semiconductor.",
        &["Gao Lin: chairman @ -"],
    );
    holds(
        "Amy Kuo, Dean of the School of Optics\n\nDirector Wei Bo, the Institute of Physics",
        &[
            "Amy Kuo: Dean @ School of Optics",
            "Wei Bo: Director @ Institute of Physics",
        ],
    );
}

#[test]
fn notes_in_brackets() {
    holds(
        "Kelvar Corp chief executive officer (CEO) Peter Moss left.",
        &["Peter Moss: chief executive officer @ Kelvar Corp"],
    );
    holds(
        "Wei Fang (韋芳), chairman of Kelvar Corp, left.",
        &["Wei Fang: chairman @ Kelvar Corp"],
    );
    holds(
        "The Ministry of Trade (Minister Amy Kuo) left.",
        &["Amy Kuo: Minister @ Ministry of Trade"],
    );
    holds("Wei Fang (韋芳) saw the chairman of Kelvar Corp.", &[]);
}

#[test]
fn a_rank_of_birth_in_front_of_a_form_of_address() {
    holds(
        "Trade Minister Tengku Datuk Seri Farid Rahman left.",
        &["Farid Rahman: Trade Minister @ -"],
    );
}

#[test]
fn the_next_ones_post_behind_a_post() {
    holds(
        "Deputy head Ma Yang, project leader Dr. Sun Ting and his team came.",
        &["Ma Yang: Deputy head @ -", "Sun Ting: project leader @ -"],
    );
    holds(
        "Governor of Hubei Ma Zhong, Korean Ambassador to China Lee Min-ho came.",
        &["Ma Zhong: Governor @ Hubei", "Lee Min-ho: Ambassador @ -"],
    );
    holds(
        "Deputy Director of the Customs Office Sun Yi, Vice Minister of Finance Luo Bin came.",
        &["Sun Yi: Deputy Director @ Customs Office", "Luo Bin: Vice Minister @ -"],
    );
}

#[test]
fn posts_of_several_and_seats() {
    holds(
        "Mr. Wei Bo and Ms. Lu Fang, deputy directors of the Kelvar Institute, came.",
        &[
            "Wei Bo: deputy directors @ Kelvar Institute",
            "Lu Fang: deputy directors @ Kelvar Institute",
        ],
    );
    holds(
        "Ma Lin, Standing Committee of Wuhu Municipal Party Committee and Deputy Secretary of Wuhu Party Committee, left.",
        &["Ma Lin: Deputy Secretary @ Wuhu Party Committee"],
    );
    holds(
        "Gao Lin, a full-time member of the Kelvar Committee, left.",
        &["Gao Lin: member @ Kelvar Committee"],
    );
    // what anybody may be
    holds(
        "Guests and leaders including Ma Lin, mayor of Wuhu, left.",
        &["Ma Lin: mayor @ Wuhu"],
    );
}

#[test]
fn bodies_behind_what_they_are() {
    holds(
        "Ken Tong, a former engineer with US design company Kelvar Systems, left.",
        &["Ken Tong: former engineer @ Kelvar Systems"],
    );
    holds(
        "Amy Kuo, Director of Chip Policy at the Ministry of Trade, Industry and Energy, left.",
        &["Amy Kuo: Director @ Ministry of Trade, Industry and Energy"],
    );
    holds(
        "Amy Kuo, an engineer with US friends, left.",
        &["Amy Kuo: engineer @ US"],
    );
}

#[test]
fn a_post_that_somebody_is_named_to() {
    holds(
        "Gao Lin, who is also a scholar of Lima University, was appointed Executive Dean of the Kelvar Center.",
        &["Gao Lin: Executive Dean @ Kelvar Center"],
    );
    holds(
        "Director Gao Lin from Kelvar Group was appointed Dean of the Kelvar Center.",
        &["Gao Lin: Director @ Kelvar Group", "Gao Lin: Dean @ Kelvar Center"],
    );
}

#[test]
fn whose_post_it_is_behind_an_owner() {
    for text in [
        "Gao Lin, Vice Minister of Peru's Ministry of Commerce, left.",
        "Vice Minister of Peru's Ministry of Commerce Gao Lin left.",
    ] {
        holds(text, &["Gao Lin: Vice Minister @ Ministry of Commerce"]);
    }
    holds(
        "Kelvar Electronics' chairman Gao Lin left.",
        &["Gao Lin: chairman @ Kelvar Electronics"],
    );
    // no post of the city
    holds(
        "Gao Lin, head of Kelvar Group's Lima office, left.",
        &["Gao Lin: head @ Kelvar Group"],
    );
}

#[test]
fn a_body_without_a_name_in_front_of_a_comma() {
    holds(
        "The general manager of the group, Gao Lin, said so.",
        &["Gao Lin: general manager @ -"],
    );
    holds(
        "Gao Lin, chairman of the company, and the general manager of the company, Wei Bo, left.",
        &["Gao Lin: chairman @ -", "Wei Bo: general manager @ -"],
    );
    holds(
        "Gao Lin, deputy secretary of the party committee and acting head of the district, left.",
        &["Gao Lin: deputy secretary @ -", "Gao Lin: acting head @ -"],
    );
}

#[test]
fn a_post_of_several_without_a_body() {
    holds(
        "Gao Lin, Wei Bo, Deputy Mayors, and others left.",
        &["Gao Lin: Deputy Mayors @ -", "Wei Bo: Deputy Mayors @ -"],
    );
    holds("Gao Lin, Wei Bo, teachers, and others left.", &[]);
}
